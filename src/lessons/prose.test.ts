import { describe, expect, it } from 'vitest';
import { inlineRuns, plainText, type Block, type Inline, type Prose } from './format/prose';
import { glossary } from './glossary';
import { headerNames } from './header-names';
import { allLessons, lessonsInOrder, orderedIds } from './testing';

const runsOf = (prose: Prose): Inline[][] => [
  [prose.title],
  [prose.summary],
  ...[prose.opening, prose.action, prose.afterwards, prose.next].flatMap((blocks: Block[]) => inlineRuns(blocks)),
  ...prose.hints,
];

const nodesOf = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node) =>
    typeof node === 'object' && 'children' in node ? [node, ...nodesOf(node.children)] : [node],
  );

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

describe('the prose of the lessons', () => {
  it('uses no term before the lesson that introduces it', () => {
    const introduced = new Set<string>();
    const early = lessonsInOrder.flatMap(({ id, prose }) => {
      for (const term of prose.introduces) introduced.add(term);
      const text = runsOf(prose).map(wordsOf).join('\n');
      return Object.entries(glossary)
        .filter(([term, { names = [] }]) => !introduced.has(term) && names.some((name) => mentions(text, name)))
        .map(([term]) => `${id}: ${term}`);
    });
    expect(early).toEqual([]);
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

  it('links only to terms and lessons that exist', () => {
    const links = allLessons
      .flatMap(({ prose }) => runsOf(prose).flatMap(nodesOf))
      .filter((node) => typeof node === 'object');
    const terms = links.flatMap((node) => (node.type === 'term' ? [node.id] : []));
    const lessons = links.flatMap((node) => (node.type === 'lesson' ? [node.id] : []));
    expect(terms.length).toBeGreaterThan(40);
    expect(terms.filter((id) => !Object.hasOwn(glossary, id))).toEqual([]);
    expect(lessons.filter((id) => !orderedIds.includes(id))).toEqual([]);
  });

  it('names only headers that exist', () => {
    const named = allLessons
      .flatMap(({ prose }) => codesOf(prose))
      .flatMap((code) => {
        const [, name] = /^([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+)(?::.*)?$/.exec(code) ?? [];
        return name ? [name] : [];
      });
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !headerNames.has(name.toLowerCase()))).toEqual([]);
  });

  it('keeps the idea to one screen', () => {
    const long = allLessons
      .map(({ id, prose }) => ({ id, words: inlineRuns(prose.opening).map(plainText).join(' ').split(/\s+/).length }))
      .filter(({ words }) => words > 190);
    expect(long).toEqual([]);
  });
});
