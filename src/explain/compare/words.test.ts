import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainRun } from '../explain-run';
import { noAllowOrigin } from '../fixtures';
import { compareWords, type Stretch } from './words';

const { result, scenario } = noAllowOrigin();

/** A run whose browser wrote these lines. */
const printing = (...lines: string[]) =>
  explainRun(
    { ...result, console: lines.map((text) => ({ level: 'error', source: 'browser', text, at: 0 })) },
    scenario,
  );

const text = (stretches: readonly Stretch[] | null) => stretches?.map((stretch) => stretch.text).join('') ?? null;
const marked = (stretches: readonly Stretch[] | null | undefined) =>
  stretches?.filter(({ differs }) => differs).map((stretch) => stretch.text);

it('marks the words that only one side has, and an address is one word', () => {
  const [line, ...others] = compareWords(
    printing('Fetch API cannot load https://api.example.com/a due to access control checks.'),
    printing('Fetch API cannot load https://api.example.com/b because of access checks.'),
  );
  expect(others).toEqual([]);
  expect(marked(line?.left)).toEqual(['https://api.example.com/a due to', 'control']);
  expect(marked(line?.right)).toEqual(['https://api.example.com/b because of']);
});

it('tells quotation marks apart from what they hold', () => {
  const [line] = compareWords(printing("header 'X-A' is missing"), printing('header ‘X-A’ is missing'));
  expect(marked(line?.left)).toEqual(["'", "'"]);
  expect(marked(line?.right)).toEqual(['‘', '’']);
});

it('takes no punctuation between words that differ for something in common', () => {
  const [line] = compareWords(printing('say one: two, at last.'), printing('say eins: zwei, at last.'));
  expect(marked(line?.left)).toEqual(['one: two']);
  expect(marked(line?.right)).toEqual(['eins: zwei']);
});

it('leaves out what both wrote, and says where one wrote nothing', () => {
  const lines = compareWords(printing('one', 'same', 'two'), printing('eins', 'same'));
  expect(lines.map(({ left, right }) => [text(left), text(right)])).toEqual([
    ['one', 'eins'],
    ['two', null],
  ]);
});

it('counts a pair that comes again', () => {
  const lines = compareWords(printing('a 1', 'b', 'a 1'), printing('a 2', 'b', 'a 2'));
  expect(lines.map(({ times }) => times)).toEqual([2]);
});

it('of the code’s own lines says nothing', () => {
  const coded = explainRun({ ...result, console: [{ level: 'log', source: 'code', text: 'mine', at: 0 }] }, scenario);
  expect(compareWords(coded, printing())).toEqual([]);
});

it('loses no character of a line, and marks nothing that both have in the same order', () => {
  const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '‘', '/', '\n'), maxLength: 24 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(lines, lines, (left, right) => {
      const compared = compareWords(printing(...left), printing(...right));
      const whole = (side: 'left' | 'right') => compared.flatMap((line) => text(line[side]) ?? []);
      expect(left).toEqual(expect.arrayContaining(whole('left')));
      expect(right).toEqual(expect.arrayContaining(whole('right')));
      const paired = compared.filter((line) => line.left !== null && line.right !== null);
      expect(paired.map((line) => unmarkedWords(line.left))).toEqual(paired.map((line) => unmarkedWords(line.right)));
    }),
  );
});

const unmarkedWords = (stretches: readonly Stretch[] | null) =>
  stretches?.flatMap(({ text: part, differs }) => (differs ? [] : part.replace(/\s/g, ''))).join('');
