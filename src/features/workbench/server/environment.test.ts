import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Server } from '@/scenario/document';
import { nodeEnvOf, variablesFrom, variablesOf, variablesProblem, withNodeEnv } from './environment';

const server = (env?: Record<string, string>): Server => ({
  origin: 'https://api.example.com',
  kind: 'express',
  code: '',
  ...(env ? { env } : {}),
});

describe('the environment of a server', () => {
  it('reads back every variable as it was written', () => {
    const names = fc.stringMatching(/^[A-MO-Z_][A-Z0-9_]{0,8}$/);
    const values = fc.stringMatching(/^[ -~]{0,12}$/);
    fc.assert(
      fc.property(fc.dictionary(names, values), (env) => {
        expect({ ...variablesFrom(server(), variablesOf(server({ ...env }))) }).toEqual({ ...env });
      }),
    );
  });

  it('keeps NODE_ENV apart', () => {
    const production = withNodeEnv(server({ A: '1' }), 'production');
    expect(production.env).toEqual({ NODE_ENV: 'production', A: '1' });
    expect(variablesOf(production)).toBe('A=1');
    expect(variablesFrom(production, 'B=2')).toEqual({ NODE_ENV: 'production', B: '2' });
    expect(nodeEnvOf(withNodeEnv(production, 'development'))).toBe('development');
  });

  it('says which part is no variable', () => {
    expect(variablesProblem('A=1 B')).toContain('“B”');
    expect(variablesProblem(' A=1  B= ')).toBeUndefined();
  });
});
