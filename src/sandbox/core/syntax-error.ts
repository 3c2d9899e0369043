/** Where code does not parse. The parser is loaded only when it is known that there is something to find. */

import type { RealmFailure, ScriptProgram } from '@/realm';

/** `message`: what the place that could not run the code said about it. */
export async function locateSyntaxError(program: ScriptProgram, message: string): Promise<RealmFailure> {
  const { findMistake } = await import('@/realm/syntax/find-mistake');
  const isPage = program.kind === 'frontend';
  // A server runs in Node, whose engine is Chromium's.
  const mistake = findMistake(program.code, isPage ? program.browser : 'chromium');
  if (mistake) {
    const { hint, ...error } = mistake;
    return { kind: 'syntax', ...error, ...(isPage && hint ? { hint } : {}) };
  }
  return { kind: 'load', name: 'LoadError', message: `The sandbox could not load the code. ${message}`.trim() };
}
