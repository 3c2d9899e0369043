import { afterAll, describe, expect, test } from 'vitest';
import type { FrontendProgram, Realm } from '@/realm';
import loadFrontend from '../frontend/realm-entry?runtime';
import { createNodeRealmHost } from './node-realm-host';

const host = createNodeRealmHost({
  frontend: loadFrontend,
  express: () => Promise.reject(new Error('No server in this test')),
});
afterAll(() => host.close());

const program = (code: string): FrontendProgram => ({
  kind: 'frontend',
  code,
  page: 'https://app.example.com/',
  origin: 'https://app.example.com',
  browser: 'chromium',
  unrestricted: false,
});
const open = (code: string): Promise<Realm> => host.open(program(code));
const start = { now: 0, deliver: [{ type: 'start' as const }] };

async function run(code: string) {
  const realm = await open(code);
  const result = await realm.turn(start);
  realm.close();
  return result;
}

/** That realms still work, whatever was before. */
async function expectHealthy() {
  expect(await run(`console.log('well')`)).toMatchObject({
    ok: true,
    effects: [{ text: 'well' }, { type: 'settled' }],
  });
}

describe('code that does not behave', () => {
  test.each([
    ['a loop that never ends', 'for (;;);'],
    ['promises that never end', '(function next() { Promise.resolve().then(next) })()'],
    ['memory without end', 'const all = []; for (;;) all.push(new Array(1000).fill(0))'],
  ])('%s is stopped, and the next run works', async (_what, code) => {
    const result = await run(code);
    expect(result).toMatchObject({ ok: false, failure: { kind: expect.stringMatching(/^(deadline|crash)$/) } });
    await expectHealthy();
  });

  test('a flood is stopped, with what came before it', async () => {
    const result = await run(`for (;;) console.log('x')`);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'flood' } });
    expect(result.effects.length).toBeGreaterThan(100);
    await expectHealthy();
  });

  test('a realm that hangs leaves the other realms of its run alone', async () => {
    const [hanging, other] = [await open('for (;;);'), await open(`console.log('other')`)];
    const first = hanging.turn(start);
    const second = other.turn(start);
    expect(await second).toMatchObject({
      ok: true,
      effects: [{ type: 'console', text: 'other' }, { type: 'settled' }],
    });
    expect(await first).toMatchObject({ ok: false, failure: { kind: 'deadline' } });
    await expectHealthy();
  });

  test('code that does not parse has its place', async () => {
    expect(await run('const a = 1;\nconst b = = 2;')).toMatchObject({
      ok: false,
      failure: { kind: 'syntax', name: 'SyntaxError', message: "Unexpected token '='", line: 2, column: 11 },
    });
    expect(await run('fetch(')).toMatchObject({
      failure: { kind: 'syntax', message: 'Unexpected end of input', line: 1, column: 7 },
    });
    await expectHealthy();
  });
});

describe('what code can reach', () => {
  test('nothing of Node', async () => {
    const result = await run(
      `console.log(...['process', 'require', 'module', 'global', 'Buffer', 'setImmediate', '$realm', '$bridge'].map((name) => typeof globalThis[name]))`,
    );
    expect(result.effects[0]).toMatchObject({ text: Array(8).fill('undefined').join(' ') });
  });

  test.each([
    ['eval', `eval('1')`, 'EvalError'],
    ['Function', `Function('return process')()`, 'EvalError'],
    ['the constructor of the global object', `this.constructor.constructor('return process')()`, 'EvalError'],
    [
      'the error of a failed import()',
      `await import('node:fs').catch((error) => error.constructor.constructor('return process')())`,
      'TypeError',
    ],
    [
      'the prototype of a failed import()',
      `await import('node:fs').catch((error) => (async () => {}).constructor.call(error, 'return process'))`,
      'EvalError',
    ],
  ])('no way out through %s', async (_what, code, name) => {
    const { effects } = await run(code);
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'settled', error: expect.objectContaining({ name }) }),
    );
  });

  test('nothing through the frames of a stack trace, down to the thread’s own', async () => {
    const { effects } = await run(`
      Error.prepareStackTrace = (_error, frames) => frames;
      const frames = new Error().stack;
      const reach = (value) => typeof value?.process + ' ' + typeof value?.constructor?.constructor?.('return process');
      const tried = frames.flatMap((frame) => [frame.getThis(), frame.getFunction()]).map((value) => {
        try { return reach(value); } catch (error) { return error.name; }
      });
      Error.prepareStackTrace = undefined;
      console.log(frames.length, new Set(tried.filter((one) => !/^(undefined undefined|EvalError)$/.test(one))).size);
    `);
    const [, deep = '0', reached] = /^(\d+) (\d+)$/.exec((effects[0] as { text: string }).text) ?? [];
    expect(Number(deep)).toBeGreaterThan(5);
    expect(reached).toBe('0');
  });

  test('nothing that another realm left behind', async () => {
    await run('globalThis.secret = 1; Object.prototype.secret = 1; Array.prototype.push = null;');
    expect((await run('console.log(typeof secret)')).effects[0]).toMatchObject({ text: 'undefined' });
  });
});

test('turns that are asked for at once are taken one after another', async () => {
  const realm = await open(`setTimeout(() => console.log('timer'), 5)`);
  const [first, second] = await Promise.all([
    realm.turn(start),
    realm.turn({ now: 5, deliver: [{ type: 'timer', id: 1 }] }),
  ]);
  expect(first.effects).toEqual([{ type: 'timer', id: 1, delay: 5 }, { type: 'settled' }]);
  expect(second.effects).toMatchObject([{ text: 'timer' }]);
  realm.close();
});

test('a closed realm says so', async () => {
  const realm = await open('1');
  realm.close();
  expect(await realm.turn(start)).toMatchObject({ ok: false, failure: { kind: 'crash', name: 'Closed' } });
});
