import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openScope } from './open-scope';

/** What another script on the page would see of the names of `code`. */
function seenOutside(code: string, name: string): unknown {
  const opened = openScope(code);
  return runInNewContext(`(function () { ${opened.prologue}\n${opened.code} })(); globalThis.${name}`);
}

describe('the top-level names of a page’s script', () => {
  it.each([
    ['a function', 'function show() { return 1; }', 'show'],
    ['a var', 'var a = 1;', 'a'],
    ['a const', 'const b = 2;', 'b'],
    ['a destructured name', 'const { x: [, ...c] } = { x: [0, 1] };', 'c'],
    ['a class', 'class D {}', 'D'],
  ])('%s is seen by other scripts', (_what, code, name) => {
    expect(seenOutside(code, name)).toBeDefined();
  });

  it('are assigned to from outside, except constants, beside which the window gets a property', () => {
    const { code, prologue } = openScope('let a = 1; const b = 2; inner = () => [a, b];');
    const outside = runInNewContext(`var inner; (function () { ${prologue}\n${code} })(); globalThis`) as {
      a: number;
      b: number;
      inner(): number[];
    };
    outside.a = 10;
    outside.b = 20;
    expect([...outside.inner()]).toEqual([10, 2]);
    expect(outside.b).toBe(20);
  });

  it('of blocks and functions stay inside', () => {
    expect(openScope('{ let a; } function f() { const b = 1; }').prologue).not.toMatch(/\b[ab]:/);
  });
});

describe('import() in a page’s script', () => {
  it('goes through the simulated network, wherever it stands, and keeps its column', () => {
    const { code } = openScope("if (x) { const y = async () => await import('./a.js'); }");
    expect(code).toBe("if (x) { const y = async () => await $$load('./a.js'); }");
  });

  it('in a string or a comment is left alone', () => {
    const code = "'import(1)'; // import(2)";
    expect(openScope(code).code).toBe(code);
  });
});

it('code that does not parse comes back as it is', () => {
  expect(openScope('const = ;')).toEqual({ code: 'const = ;', prologue: '' });
});
