import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { referencesTo } from './references';

const MARKS = { value: '«x»', call: '‹x›', shorthand: '¦x¦' };

/** The code with every use of `x` marked. */
function marked(code: string): string {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return referencesTo(program, new Set(['x']))
    .sort((one, other) => other.node.start - one.node.start)
    .reduce((text, { node, as }) => text.slice(0, node.start) + MARKS[as] + text.slice(node.end), code);
}

describe('the uses of a name', () => {
  it.each([
    'a(«x», ‹x›(), y.x, y[«x»], `${«x»}`, ‹x›`t`, new «x»(), «x».y());',
    'a({ ¦x¦, x: 1, [«x»]: 2, x() {}, get x() { return «x»; } });',
    'export default «x»;',
    'export const y = «x»;',
    'function f(x) { return x; }',
    'const f = (a = «x») => { return «x»; };',
    'const f = ({ a: x }, [y]) => x;',
    'function f() { return x; if (1) { for (var x of []) {} } }',
    'function f() { { let x; x; } return «x»; }',
    'function f() { { function x() {} x(); } return ‹x›(); }',
    'function f() { g(() => { var x; }); return «x»; }',
    'for (const x of [[]]) { x; } «x»;',
    'for (let x = 1; x; x) x; «x»;',
    'try { «x»; } catch (x) { x; }',
    'switch (y) { case 1: let x; x; } «x»;',
    'class A extends «x» { x = «x»; static { const x = 1; x; } #x; n() { return this.#x; } }',
    '(class x { m() { return x; } }); «x»;',
    '(function x() { return x; }); «x»;',
    'x: for (;;) { break x; }',
    'const { a = «x», ...b } = «x»;',
    '«x» = 1; «x»++; ({ ¦x¦ } = {});',
    'import.meta.x; import(«x»);',
  ])('%s', (expected) => {
    expect(marked(expected.replaceAll(/[«‹¦](x)[»›¦]/g, '$1'))).toBe(expected);
  });

  it('is no list of exports, which say where it goes by themselves', () => {
    expect(marked("import { x } from 'm'; export { x as y };")).toBe("import { x } from 'm'; export { x as y };");
  });
});
