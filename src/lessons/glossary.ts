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
