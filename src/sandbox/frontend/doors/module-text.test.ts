import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toClassicScript } from './module-text';

/** Runs a module with what it imports, and gives what it exports. */
async function run(source: string, imports: Record<string, object> = {}): Promise<Record<string, unknown>> {
  const namespace: Record<string, unknown> = {};
  const main = runInThisContext(`(${toClassicScript(source, 'https://a.example/m.js').code})`) as (
    ...given: unknown[]
  ) => Promise<void>;
  const exported = (getters: Record<string, () => unknown>): void => {
    for (const [name, get] of Object.entries(getters))
      Object.defineProperty(namespace, name, { get, enumerable: true });
  };
  await main(
    exported,
    (specifier: string) => imports[specifier],
    () => Promise.resolve({}),
    { url: 'https://a.example/m.js' },
    Promise.resolve(),
  );
  return namespace;
}

describe('a module as a classic script', () => {
  it.each([
    ['export const a = 1, b = 2;', { a: 1, b: 2 }],
    ['export default 40 + 2;', { default: 42 }],
    ['const a = 1; export { a as b, a as default };', { b: 1, default: 1 }],
    ["import d, { x as y } from 'm'; export const z = [d, y];", { z: [7, 8] }],
    ["import * as m from 'm'; export const z = m.x;", { z: 8 }],
    ["export { x } from 'm';", { x: 8 }],
    ["export * as m from 'm';", { m: { default: 7, x: 8 } }],
    ['export const url = import.meta.url;', { url: 'https://a.example/m.js' }],
    ["export const said = 'import.meta'; // import.meta", { said: 'import.meta' }],
    ["import { x } from 'm'; export const z = { x }.x + ((x) => x)(1);", { z: 9 }],
    ['export const strict = (function () { return this; })() === undefined;', { strict: true }],
  ])('%s', async (source, expected) => {
    expect(await run(source, { m: { default: 7, x: 8 } })).toEqual(expected);
  });

  it('exports functions and classes under their names, and anonymous ones', async () => {
    const { default: hello, twice } = await run(
      'export default function () { return 1; } export function twice() { return 2; }',
    );
    expect([(hello as () => number)(), (twice as () => number)()]).toEqual([1, 2]);
  });

  it('exports bindings, not values', async () => {
    const namespace = await run('export let n = 1; export function up() { n += 1; }');
    (namespace['up'] as () => void)();
    expect(namespace['n']).toBe(2);
  });

  it('imports bindings, not values, and calls no method', async () => {
    const m = {
      n: 1,
      f(this: unknown) {
        return this;
      },
    };
    const source = "import { n, f } from 'm'; export const read = () => n; export const called = f();";
    const { read, called } = await run(source, { m });
    m.n = 2;
    expect([(read as () => number)(), called]).toEqual([2, undefined]);
  });

  it('tells what it demands of others, and whose exports it gives on', () => {
    const { demands, stars } = toClassicScript(
      "import d, { x as y } from 'a'; export { z } from 'b'; export * from 'c';",
      'm',
    );
    expect(demands).toEqual([
      { specifier: 'a', name: 'default' },
      { specifier: 'a', name: 'x' },
      { specifier: 'b', name: 'z' },
    ]);
    expect(stars).toEqual(['c']);
  });

  it('lists each specifier once, in order', () => {
    const source = "import 'b'; import a from 'a'; export { c } from 'b';";
    expect(toClassicScript(source, 'm').imports).toEqual(['b', 'a']);
  });

  it('that does not parse says where', () => {
    expect(() => toClassicScript('import {', 'https://a.example/m.js')).toThrow(
      /^https:\/\/a\.example\/m\.js: .*\(1:8\)$/,
    );
  });
});
