/** The inside of a realm: what the frontend's and the servers' runtimes are built on. */

export { PREVIEW, formatError, formatValue, isError } from './format-value';
export type { Bridge, Platform } from './platform';
export type { Position, Positions } from './positions';
export { EFFECTS_PER_TURN, type OpenProgram, type RealmContext, type RealmHandlers, startRealm } from './start-realm';
