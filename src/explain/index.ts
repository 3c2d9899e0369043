/** From a result to what the picture and the inspector show. Pure. */

export { explainRun } from './explain-run';
export { momentOf, stopAtMoment } from './moment';
export { subjectOf } from './ask-first';
export type { Match, MatchColumn, MatchSide } from './match';
export { assignRows } from './rows';
export { numberOf } from './number-of';
export * from './run';
export { join, type Part, plain, say, sayError, type Sentence } from './sentence';
export { whyServerIsSilent } from './server-failure';
export { headlineOf, VERDICT_WORDS } from './verdict';
export { hostOf } from './address';
export { titleCase } from './headers';
export { keepsAnything } from './keeps';
export { type Kept, type KeptCookie, type KeptPermission, isKeptAt, keptOf } from './kept';
