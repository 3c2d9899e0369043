import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMistake } from './find-mistake';
import measured from './testing/measured.json';

const BROWSERS = ['chromium', 'firefox', 'webkit'] as const;

describe('code that does not parse', () => {
  it.each(BROWSERS)('is told in the words that %s was seen to use', (browser) => {
    const said = measured.map(({ code }) => ({ code, words: findMistake(code, browser)?.message }));
    expect(said).toEqual(measured.map((seen) => ({ code: seen.code, words: seen[browser] })));
    expect(measured.length).toBeGreaterThan(250);
  });

  it('is told in Chromium’s words where the browser is the standard', () => {
    expect(findMistake('1 = x;', 'standard')?.message).toBe('Invalid left-hand side in assignment');
  });

  it('is told with its place', () => {
    const mistake = { name: 'SyntaxError', message: "Unexpected token '='", line: 2, column: 9 };
    expect(findMistake('let a;\n  const = 1;', 'chromium')).toEqual(mistake);
  });

  it('may import where it is a module, and says in the same words what does not parse there', () => {
    expect(findMistake("import a from 'a';\nexport { a };", 'chromium', 'module')).toBeNull();
    expect(findMistake("import a from 'a';\nconst = 1;", 'chromium', 'module')).toMatchObject({
      message: "Unexpected token '='",
      line: 2,
    });
  });

  it('has words, and none of a parser’s failure, whatever a typing error made of it', () => {
    const codes = measured.map(({ code }) => code);
    const broken = fc
      .tuple(fc.constantFrom(...codes), fc.constantFrom(...codes), fc.nat(), fc.nat(5))
      .map(([one, other, at, length]) => {
        const cut = at % (one.length + 1);
        return one.slice(0, cut) + other.slice(0, length) + one.slice(cut + length);
      });
    fc.assert(
      fc.property(broken, fc.constantFrom(...BROWSERS), (code, browser) => {
        expect(findMistake(code, browser)?.message ?? 'none').not.toMatch(/^$|undefined|null, got/);
      }),
    );
  });
});

describe('code that was written for somewhere else', () => {
  const react = "import { useState } from 'react';\nexport default () => <ul onClick={() => fetch('/x')}></ul>;";
  it.each([
    [react, 'Only plain JavaScript runs here, no packages such as react and no JSX: paste only the fetch call.'],
    ["import axios from 'axios';", /no packages such as axios: write the request with fetch\(\)\.$/],
    ["import { a } from './api.js';\na();", /write await import\('\.\/api\.js'\) instead\.$/],
    ['export const a = 1;', /leave export out\.$/],
    ["export const a = 1;\nimport b from 'b';", /no packages such as b:/],
    ["fetch('/x');\nreturn (\n  <p>x</p>\n);", /no JSX: paste only the fetch call\.$/],
    ["<script>\nfetch('/x');\n</script>", /between <script> and <\/script>/],
    ["const a: string = 'x';", /leave the types out/],
    ['const f = (a: number) => a;', /leave the types out/],
    ['function f(): void {}', /leave the types out/],
    ["curl https://api.example.com/ -H 'Accept: x'", /choose curl as the client/],
  ])('%j is told what to do', (code, hint) => {
    expect(findMistake(code, 'firefox')?.hint).toMatch(hint);
  });

  it.each(['const a = 1 < ;', "fetch('/x'", 'a b', '({ a: 1 b: 2 });', 'f(a: 1);', 'const = 1;'])(
    'is not what is mistyped in %j',
    (code) => expect(findMistake(code, 'chromium')).not.toHaveProperty('hint'),
  );
});

it('that parses has no mistake', () => {
  expect(findMistake("await fetch('/x');\nreturn 1;", 'chromium')).toBeNull();
});
