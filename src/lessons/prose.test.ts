import { describe, expect, it } from 'vitest';
import { checkProse, headerIn, nodesOf, runsOf } from './format/check-prose';
import { answersOf, questionText } from './format/predictions';
import { inlineRuns, plainText, type Inline, type Prose } from './format/prose';
import type { LessonSetup } from './format/lesson';
import { parseProse } from './format/parse-prose';
import { glossary } from './glossary';
import { headerNames } from './header-names';
import { allLessons, lessonsInOrder, orderedIds } from './testing';

/** What is read as words: code is not. */
const wordsOf = (nodes: readonly Inline[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : node.type === 'code' ? '`' : wordsOf(node.children))).join('');

const codesOf = (prose: Prose): string[] =>
  runsOf(prose)
    .flatMap(nodesOf)
    .flatMap((node) => (typeof node === 'object' && node.type === 'code' ? [node.text] : []));

function mentions(text: string, name: string): boolean {
  const start = /^[A-Z]/.test(name) ? name : `[${name[0]}${name[0]?.toUpperCase()}]${name.slice(1)}`;
  return new RegExp(`(?<![\\w-])${start}(?![\\w-])`).test(text);
}

/** What is read before and after the run besides the prose: questions, answers, misconceptions, trials. */
const questionWords = (setup?: LessonSetup): string[] => [
  ...(setup?.predictions ?? []).flatMap((prediction) => [
    questionText(prediction),
    ...answersOf(prediction).map(([, words]) => words),
    ...Object.values(prediction.misconceptions),
  ]),
  ...(setup?.trials ?? []).flatMap(({ title, otherwise }) => [title, otherwise]),
];

/** Terms that a lesson uses by one of their names before any lesson has introduced them. */
function usedEarly(lessons: readonly { id: string; prose: Prose; setup?: LessonSetup }[]): string[] {
  const introduced = new Set<string>();
  return lessons.flatMap(({ id, prose, setup }) => {
    for (const term of prose.introduces) introduced.add(term);
    const text = [...runsOf(prose).map(wordsOf), ...questionWords(setup)].join('\n');
    return Object.entries(glossary)
      .filter(([term, { names = [] }]) => !introduced.has(term) && names.some((name) => mentions(text, name)))
      .map(([term]) => `${id}: ${term}`);
  });
}

describe('the prose of the lessons', () => {
  it('uses no term before the lesson that introduces it', () => {
    expect(usedEarly(lessonsInOrder)).toEqual([]);
    const used = lessonsInOrder.map(({ prose }) => runsOf(prose).map(wordsOf).join('\n')).join('\n');
    const named = Object.values(glossary).flatMap(({ names = [] }) => names);
    expect(named.filter((name) => mentions(used, name)).length).toBeGreaterThan(30);
  });

  it('introduces each term once, with a link to it', () => {
    const all = lessonsInOrder.flatMap(({ prose }) => prose.introduces);
    expect(all).toEqual([...new Set(all)]);
    expect(all.filter((term) => !Object.hasOwn(glossary, term))).toEqual([]);
    // What no lesson introduces is never used in one under a name of its own: the glossary alone has it.
    const rest = Object.entries(glossary).filter(([term]) => !all.includes(term));
    expect(rest.filter(([, { names = [] }]) => names.length > 0)).toEqual([]);
    const unlinked = lessonsInOrder.flatMap(({ id, prose }) => {
      const linked = new Set(
        runsOf(prose)
          .flatMap(nodesOf)
          .map((node) => (typeof node === 'object' && node.type === 'term' ? node.id : '')),
      );
      return prose.introduces.filter((term) => !linked.has(term)).map((term) => `${id}: ${term}`);
    });
    expect(unlinked).toEqual([]);
  });

  it('links only to terms and lessons that exist, and names only headers that do', () => {
    const known = { terms: new Set(Object.keys(glossary)), lessons: new Set(orderedIds), headers: headerNames };
    const problems = allLessons.flatMap(({ id, prose }) =>
      checkProse(prose, known).map(({ message }) => `${id}: ${message}`),
    );
    expect(problems).toEqual([]);
    const links = allLessons
      .flatMap(({ prose }) => runsOf(prose).flatMap(nodesOf))
      .filter((node) => typeof node === 'object');
    expect(links.filter(({ type }) => type === 'term').length).toBeGreaterThan(40);
    expect(links.filter(({ type }) => type === 'lesson').length).toBeGreaterThan(4);
    expect(allLessons.flatMap(({ prose }) => codesOf(prose)).filter(headerIn).length).toBeGreaterThan(40);
  });

  it('would be caught at a term too early, a link to nowhere and a misspelt header', () => {
    const prose = parseProse(
      '---\ntitle: A\nsummary: The preflight.\nintroduces: nothing-known\n---\n\n## The idea\n\n[a](term:none) [b](lesson:none) `Access-Control-Alow-Origin`\n\n## Do this\n\nDo.\n\n## Hints\n\n- One.\n- Two.\n\n## What just happened\n\nIt did.\n',
    );
    if (!prose.ok) throw new Error('The prose does not parse.');
    const known = { terms: new Set(Object.keys(glossary)), lessons: new Set(orderedIds), headers: headerNames };
    expect(checkProse(prose.prose, known).map(({ message }) => message)).toEqual([
      'introduces “nothing-known”, which does not stand in the glossary',
      'no term “none” stands in the glossary',
      'there is no lesson “none”',
      'no header known as “Access-Control-Alow-Origin”',
    ]);
    expect(usedEarly([{ id: 'a', prose: prose.prose }])).toEqual(['a: cors-preflight']);
  });

  it('keeps the idea to one screen', () => {
    const long = allLessons
      .map(({ id, prose }) => ({ id, words: inlineRuns(prose.opening).map(plainText).join(' ').split(/\s+/).length }))
      .filter(({ words }) => words > 190);
    expect(long).toEqual([]);
  });
});
