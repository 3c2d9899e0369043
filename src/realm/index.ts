/** Places where untrusted code runs, and how the simulation talks with them. */

export type * from './messages';
export type * from './protocol';
export { decode, encode, fromByteString, toByteString } from './codec';
export { LONGEST_MESSAGE, parseRealmMessage } from './parse';
