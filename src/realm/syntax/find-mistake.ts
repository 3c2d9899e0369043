/** Where code does not parse, and what the engine of a browser says about it. To be loaded only when there is something to find. */

import type { BrowserName } from '@/engine';
import type { RealmError } from '../protocol';
import { hintFor } from './hint';
import { parseWatched, SyntaxMistake } from './watched-parser';
import { wordsFor } from './words';

export interface Mistake extends Required<RealmError> {
  /** What to do with code that was written for somewhere else. */
  hint?: string;
}

/**
 * @param browser whose words: those of Chromium are those of Node
 * @returns null where the code does parse
 */
export function findMistake(
  code: string,
  browser: BrowserName,
  sourceType: 'script' | 'module' = 'script',
): Mistake | null {
  try {
    parseWatched(code, sourceType);
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxMistake)) throw error;
    const { line, column } = error.givenUp.place;
    const hint = hintFor(error.givenUp);
    const said = { name: 'SyntaxError', message: wordsFor(browser, error.givenUp), line, column: column + 1 };
    return hint === undefined ? said : { ...said, hint };
  }
}
