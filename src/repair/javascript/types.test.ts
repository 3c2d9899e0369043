import { describe, expect, it } from 'vitest';
import { parseCode } from '@/realm/syntax/tree';
import { withoutTypes } from './types';

const CODE = `import express, { type Request } from 'express';
interface User {
  id: number;
}
const app: express.Application = express();
const users: Map<string, User> = new Map();
app.use((req: Request, res: express.Response, next: (error?: Error) => void): void => {
  res.set('X-Kind', 'a: string' as string);
  next();
});
`;

describe('types taken out', () => {
  it('leave code that is JavaScript, with everything where it stood', async () => {
    const plain = await withoutTypes(CODE);
    expect(plain).toHaveLength(CODE.length);
    expect(plain && parseCode(plain)).not.toBeNull();
    const moved = (plain ?? '').split('').filter((character, at) => character !== ' ' && character !== CODE[at]);
    expect(moved).toEqual([]);
    for (const kept of ["('X-Kind', 'a: string'", 'app.use((req', 'const users', 'new Map();']) {
      expect(plain!.indexOf(kept)).toBe(CODE.indexOf(kept));
    }
    expect(plain).not.toContain('interface');
  });

  it('are not enough where a type makes code', async () => {
    expect(await withoutTypes('enum Kind { A }\n')).toBeNull();
    expect(await withoutTypes('const = ;')).toBeNull();
  });
});
