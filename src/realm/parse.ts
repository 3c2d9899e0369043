/**
 * What comes out of a realm was written by the user's code, or by whatever took its place: it is parsed before it is believed.
 * A message that is not exactly of the protocol's shape is an error that names the place in the message.
 */

import type { RequestRecord } from '@/engine';
import { decode } from './codec';
import type { RealmMessage } from './messages';
import type { Effect, RealmError, ServerAnswer, WireRequest } from './protocol';
import {
  type Reader,
  array,
  boolean,
  bytes,
  integer,
  nullable,
  object,
  oneOf,
  optional,
  string,
  tuple,
} from './readers';

/** Chars of one message: room for every body that a scenario can hold. */
export const LONGEST_MESSAGE = 16_000_000;
/** A turn has no more effects than this. */
export const MOST_EFFECTS = 4_000;

const text = string(4_000_000);
const word = string(100_000);
const id = integer(0, Number.MAX_SAFE_INTEGER);
const line = integer(1, 10_000_000);
const headers = array(tuple(string(1_000), string(1_000_000)), 1_000);
const level = oneOf('log', 'info', 'warn', 'error', 'debug');
const error = object({ name: word, message: text });

const requestRecord: Reader<RequestRecord> = object({
  initiator: oneOf(
    'fetch',
    'xhr',
    'script',
    'img',
    'link',
    'font',
    'form',
    'beacon',
    'eventsource',
    'websocket',
    'media',
  ),
  destination: oneOf('', 'script', 'image', 'style', 'font', 'document', 'audio', 'video', 'track', 'manifest'),
  method: word,
  url: text,
  headers,
  body: nullable(bytes),
  mode: oneOf('cors', 'no-cors', 'same-origin', 'navigate', 'websocket'),
  credentials: oneOf('omit', 'same-origin', 'include'),
  cache: oneOf('default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'),
  redirect: oneOf('follow', 'error', 'manual'),
  referrer: text,
  referrerPolicy: word,
  integrity: text,
  keepalive: boolean,
  useCorsPreflight: boolean,
  module: optional(boolean),
  typeOfBody: optional(boolean),
});

const wireRequest: Reader<WireRequest> = object({ method: word, url: text, headers, body: nullable(bytes) });

const serverAnswer: Reader<ServerAnswer> = object({
  status: integer(0, 999),
  statusText: word,
  headers,
  body: bytes,
  aborted: optional(boolean),
  line: optional(line),
  headerLines: optional(array(object({ name: word, line }), 1_000)),
});

const realmError: Reader<RealmError> = object({
  name: word,
  message: text,
  line: optional(line),
  column: optional(integer(0, 10_000_000)),
});

const effects: { [T in Effect['type']]: Reader<Extract<Effect, { type: T }>> } = {
  timer: object({ type: oneOf('timer'), id, delay: integer(0, 2 ** 31) }),
  'clear-timer': object({ type: oneOf('clear-timer'), id }),
  fetch: object({ type: oneOf('fetch'), id, request: requestRecord, line: optional(line) }),
  abort: object({ type: oneOf('abort'), id, error: optional(error) }),
  console: object({ type: oneOf('console'), level, text, line: optional(line), request: optional(id) }),
  'browser-console': object({ type: oneOf('browser-console'), level, text, request: optional(id) }),
  refused: object({
    type: oneOf('refused'),
    initiator: oneOf('fetch', 'xhr'),
    method: word,
    url: text,
    error,
    line: optional(line),
  }),
  answer: object({ type: oneOf('answer'), id, answer: serverAnswer }),
  problem: object({ type: oneOf('problem'), error: realmError }),
  upstream: object({ type: oneOf('upstream'), id, request: wireRequest }),
  state: object({ type: oneOf('state'), state: text }),
  'document-cookie': object({ type: oneOf('document-cookie'), cookie: text }),
  settled: object({ type: oneOf('settled'), error: optional(realmError) }),
};

const effect: Reader<Effect> = (value, at) => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const kind = oneOf(...(Object.keys(effects) as Effect['type'][]))(type, `${at}.type`);
  return effects[kind](value, at);
};

const messages: { [T in RealmMessage['type']]: Reader<Extract<RealmMessage, { type: T }>> } = {
  ready: object({ type: oneOf('ready') }),
  turn: object({ type: oneOf('turn'), effects: array(effect, MOST_EFFECTS) }),
  flood: object({ type: oneOf('flood'), effects: array(effect, MOST_EFFECTS) }),
};

/** @throws RangeError, SyntaxError or TypeError that names what is wrong, and where */
export function parseRealmMessage(given: string): RealmMessage {
  if (given.length > LONGEST_MESSAGE) {
    throw new RangeError(`message: expected at most ${LONGEST_MESSAGE} characters, got ${given.length}`);
  }
  const value = decode(given);
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return messages[oneOf('ready', 'turn', 'flood')(type, 'message.type')](value, 'message');
}
