import { describe, expect, it } from 'vitest';
import { openForTest } from './testing/open-for-test';
import { withState } from './top-level-state';

const code = `const express = require('express');
const app = express();
const PORT = 3000;
const users = [{ id: 1, name: 'Ada' }];
const sessions = new Map([['abc', { user: 1 }]]);
const seen = new Set();
let visits = 0;
var later;
const helper = () => 1;
const template = \`
const ghost = {};
\`;

app.get('/', (req, res) => {
  visits += 1;
  seen.add(req.query.who);
  res.json({ visits });
});
app.get('/still', (req, res) => res.send('nothing changes'));
app.listen(PORT);
`;

describe('what server code keeps in its variables', () => {
  it('is told when the code has run, and after each request that changed it', async () => {
    const { ask, states, errors, close } = await openForTest(code);
    await ask({ path: '/still' });
    await ask({ path: '/?who=Bo' });
    close();
    expect(errors).toEqual([]);
    const kept = { users: [{ id: 1, name: 'Ada' }], sessions: { abc: { user: 1 } } };
    expect(states).toEqual([
      { state: { ...kept, seen: [], visits: 0 } },
      { state: { ...kept, seen: ['Bo'], visits: 1 }, exchange: 1 },
    ]);
  });

  it('survives what cannot be written down', async () => {
    const { ask, states, errors, close } = await openForTest(
      'const a = { big: 10n, self: null, f() {} };\na.self = a;\nconst bad = Object.defineProperty({}, "x", { enumerable: true, get() { throw 1; } });\n' +
        "app.get('/', (req, res) => { a.big += 1n; res.end(); });",
    );
    await ask({ path: '/' });
    close();
    expect(errors).toEqual([]);
    expect(states.map(({ exchange }) => exchange)).toEqual([undefined, 0]);
    expect(states[1]?.state).toMatchObject({ a: { big: '11' } });
  });

  it('is cut off where there is much of it', async () => {
    const { states, close } = await openForTest(
      `let text = 'x'.repeat(100_000);
const many = Array.from({ length: 100_000 }, (_, at) => at);
const bytes = new Uint8Array(100_000);
const after = 'not seen any more';`,
    );
    close();
    const [{ state }] = states as [{ state: { text: string; many: number[]; bytes?: string; after?: string } }];
    expect(state.text).toBe(`${'x'.repeat(500)}…`);
    expect(state.many.slice(0, 3)).toEqual([0, 1, 2]);
    expect(state.many.length).toBeLessThan(2000);
    expect(state.after).toBeUndefined();
    expect(JSON.stringify(state).length).toBeLessThan(20_000);
  });

  it('leaves code alone that keeps nothing', () => {
    const without = "const express = require('express');\nconst app = express();\nconst limit = 5;";
    expect(withState(without)).toBe(without);
  });
});
