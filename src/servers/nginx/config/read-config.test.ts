import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error';
import { readConfig } from './read-config';
import { readStatements } from './statements';

const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\\]/.test(text));
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

describe('statements', () => {
  it('give back every word that was quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (statements) => {
        const text = statements.map((words) => `${words.map(quoted).join(' ')};`).join('\n');
        expect([...readStatements(text)].map(({ words }) => words)).toEqual(statements);
      }),
    );
  });

  it('say where a directive begins and where it ends', () => {
    const [first, second] = [...readStatements('# a remark\nadd_header X\n  y;\nlocation / {\n}')];
    expect(first).toMatchObject({ words: ['add_header', 'X', 'y'], end: ';', line: 2, endLine: 3 });
    expect(second).toMatchObject({ words: ['location', '/'], end: '{', line: 4, endLine: 4 });
  });

  it('say which piece of the text each word is', () => {
    const text = '# a remark\nadd_header  "X Y" z;';
    const [only] = [...readStatements(text)];
    expect(only!.extents.map(({ start, end }) => text.slice(start, end))).toEqual(['add_header', '"X Y"', 'z']);
    expect(text.slice(only!.extent.start, only!.extent.end)).toBe('add_header  "X Y" z;');
  });

  it('take a hash inside of a word, and a brace after a dollar, for what they are', () => {
    const [only] = [...readStatements('return 200 a#b${uri}c;')];
    expect(only?.words).toEqual(['return', '200', 'a#b${uri}c']);
  });
});

describe('reading a configuration', () => {
  const words =
    'server location / { } ; if ($http_origin ~* x) add_header X y return 200 map $a $b default " ~( proxy_pass http://a ' +
    'rewrite error_page = set limit_except GET types upstream try_files expires listen 80 # \n \\ ${';
  const anything = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 30 }).map((some) => some.join(' ')),
  );
  /** What is wrong; null where nothing is. */
  const problemOf = (text: string, knows: boolean): ConfigError | null => {
    try {
      readConfig(text, () => knows);
      return null;
    } catch (error) {
      if (error instanceof ConfigError) return error;
      throw error;
    }
  };

  it('says what is wrong with its line, and never anything else', () => {
    const isLocated = (error: ConfigError, text: string) =>
      error.message !== '' && error.line >= 1 && error.line <= text.split('\n').length;
    fc.assert(
      fc.property(anything, fc.boolean(), (text, knows) => {
        const problem = problemOf(text, knows);
        expect(problem === null || isLocated(problem, text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(problemOf('add_heder X y;', true)).toMatchObject({ line: 1 });
  });

  it('says where blocks within blocks become too many', () => {
    const text = `server {\n${'location / {\n'.repeat(20_000)}`;
    expect(problemOf(text, true)).toMatchObject({ message: 'more than 100 blocks within one another', line: 101 });
    expect(problemOf(`${text}${'}'.repeat(20_001)}`, true)).toMatchObject({ line: 101 });
  });

  it('says of a directive that nginx has and this subset has not, where the subset is listed', () => {
    const reading = () => readConfig('server {\n  location / {\n    auth_request /auth;\n  }\n}', () => true);
    expect(reading).toThrow('"auth_request" is not offered here; docs/nginx.md lists the directives that are');
  });

  it.each([
    ['all of nginx.conf', 'events {}\nhttp {\n  server { return 200; }\n}', 1],
    ['what stands inside http', 'server { return 200; }\nserver { listen 81; return 201; }', 2],
    ['what stands inside a server', 'location / { return 200; }', 1],
    ['nothing', '', 0],
  ])('takes %s', (_what, text, count) => {
    expect(readConfig(text, () => true).servers).toHaveLength(count);
  });
});
