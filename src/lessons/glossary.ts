import entries from './glossary.json';

export interface GlossaryEntry {
  /** How the term is written. */
  term: string;
  /** One paragraph; `code` between backticks. */
  definition: string;
  /** Words in prose that mean this term. */
  names?: string[];
  /** Where the term is defined: the standard, where there is one. */
  see?: string;
}

/** By id, as `[text](term:id)` in prose links to it. */
export const glossary: Readonly<Record<string, GlossaryEntry>> = entries;

export function findTerm(id: string): GlossaryEntry | undefined {
  return Object.hasOwn(glossary, id) ? glossary[id] : undefined;
}

const inOrder: readonly string[] = Object.keys(glossary).sort((a, b) =>
  writtenAs(a).localeCompare(writtenAs(b), 'en', { sensitivity: 'base' }),
);

/** Ids of the entries that hold every word of the text, in order of the alphabet; those named so come first. */
export function searchTerms(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isNamed = (id: string): boolean => words.every((word) => namesOf(id).includes(word));
  const holds = (id: string): boolean =>
    words.every((word) => `${namesOf(id)} ${glossary[id]?.definition.toLowerCase()}`.includes(word));
  return [...inOrder.filter(isNamed), ...inOrder.filter((id) => !isNamed(id) && holds(id))];
}

export interface DefinitionPiece {
  text: string;
  isCode: boolean;
  /** The entry that explains these words. */
  term?: string;
}

/** A definition in pieces: what other entries explain is a link to them, once each. */
export function definitionPieces(id: string): DefinitionPiece[] {
  const seen = new Set([id]);
  const linked = (text: string, isCode: boolean): DefinitionPiece => {
    const term = termByName.get(text.toLowerCase());
    if (term === undefined || seen.has(term)) return { text, isCode };
    seen.add(term);
    return { text, isCode, term };
  };
  return (glossary[id]?.definition ?? '')
    .split('`')
    .flatMap((part, index) =>
      index % 2 === 1 ? [linked(part, true)] : part.split(everyName).map((text) => linked(text, false)),
    )
    .filter(({ text }) => text !== '');
}

const termByName = new Map(
  Object.entries(glossary).flatMap(([id, { term, names = [] }]) =>
    [term, ...names].map((name): [string, string] => [name.toLowerCase(), id]),
  ),
);

const everyName = new RegExp(
  `(?<![\\w-])(${[...termByName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&'))
    .join('|')})(?![\\w-])`,
  'i',
);

function writtenAs(id: string): string {
  return glossary[id]?.term ?? id;
}

function namesOf(id: string): string {
  return [writtenAs(id), ...(glossary[id]?.names ?? [])].join(' ').toLowerCase();
}
