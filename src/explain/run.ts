import type { Reason, StepName } from '@/engine';
import type { ConsoleEntry, Exchange, ServerLogEntry, VerdictWord } from '@/scenario/result';
import type { Match } from './match';
import type { Sentence } from './sentence';

/** One party of the run: a stave of the picture. */
export interface Lane {
  /** `page`, `browser`, or a server's origin. */
  id: string;
  kind: 'page' | 'browser' | 'server';
  name: 'Page' | 'Browser' | 'Server' | 'App' | 'HTTP client' | 'Shell' | 'curl';
  /** The origin, or the browser's name. */
  detail: string;
  /** The run addressed this origin and nobody answers there. */
  absent: boolean;
}

/**
 * `call` the code asks; `way` a question picks a road; `gate` a check lets through or closes; `arrive` a message is at a
 * server; `answer` its answer is back in the browser; `lost` there is no answer; `settle` the code gets its outcome;
 * `wait` a timer of the page fires.
 */
export type StopKind = 'call' | 'way' | 'gate' | 'arrive' | 'answer' | 'lost' | 'settle' | 'wait';

/** A moment at which the playhead can stop. */
export interface Stop {
  index: number;
  kind: StopKind;
  step: StepName;
  /** Simulated milliseconds since the run began. */
  at: number;
  request: number | null;
  /** Id of the exchange that the stop belongs to. */
  exchange: number | null;
  /** Ways and gates are numbered through the run, from 1. */
  number: number | null;
  /** Label in the picture: "Origin". */
  name: string;
  /** What the stop found, in a word: "equal", "missing", "yes". */
  word: string;
  verdict: 'pass' | 'fail' | null;
  answer: 'yes' | 'no' | null;
  reason: Reason | null;
  /** The question, as the callout asks it. */
  title: string;
  match: Match | null;
  /** Headers it compared, the answer's before the request's; lower case. */
  headers: string[];
  conclusion: Sentence;
  /** One plain sentence, complete by itself. */
  sentence: string;
  /** What the browser kept at this stop: cookies, cache entries, filtered headers. */
  notes: string[];
  spec: string | null;
}

/** A message to a server and its answer. Times are simulated milliseconds. */
export interface Leg {
  request: number;
  exchange: number | null;
  kind: 'preflight' | 'actual';
  /** Lane ids. `browser`, or the origin of a server that passes the request on. */
  from: string;
  to: string;
  sent: number;
  arrived: number;
  answered: number;
  received: number;
  /** Where the message got lost: on its way out, or instead of an answer. */
  lost: 'out' | 'back' | null;
  /** The answer reaches the code sealed: an opaque response. */
  sealed: boolean;
  /** Stops from which each half is known. null: the run has no such stop. */
  arriveStop: number | null;
  answerStop: number | null;
  /** Up to three lines each: what the message carries that matters. */
  out: string[];
  back: string[];
  /** Names of the headers that lines of the two speak of, by line; lower case. */
  headers: Readonly<Record<string, string>>;
  /** The line or route that answered. */
  work: string;
}

export interface Question {
  question: string;
  answer: 'Yes' | 'No';
  good: boolean;
  because: Sentence;
  /** The stop from which the answer is known. */
  stop: number;
}

export interface LadderRow {
  stop: number;
  number: number;
  check: string;
  left: string;
  right: string;
  result: string;
  tone: 'way' | 'pass' | 'fail';
  /** Headers it compared, lower case. */
  headers: string[];
}

/** One request of the run: a channel of the picture, and its Why. */
export interface Track {
  request: number;
  initiator: string;
  /** The origin of the earlier visit that the request belongs to; null: the visit that the scenario is about. */
  earlier: string | null;
  method: string;
  url: string;
  path: string;
  verdict: VerdictWord | null;
  reason: Reason | null;
  /** Channel it is drawn in. Requests that do not overlap share one. */
  row: number;
  stops: number[];
  legs: Leg[];
  /** The stop at which a gate closed. */
  closedAt: number | null;
  settledAt: number | null;
  /** What the code got, in short: "TypeError" and "Failed to fetch", or "Response" and "readable". */
  got: { name: string; detail: string } | null;
  /** What the closed gate prevented: "PUT is never sent". */
  prevented: string;
  sentence: Sentence;
  questions: Question[];
  ladder: LadderRow[];
}

/** A header that a stop looked at. */
export interface DecidingHeader {
  side: 'request' | 'response';
  /** Lower case. */
  name: string;
  stop: number;
  number: number;
  verdict: 'pass' | 'fail';
}

export interface NetworkRow {
  request: number;
  /** null: nothing reached a server. */
  exchange: Exchange | null;
  kind: 'preflight' | 'actual';
  method: string;
  url: string;
  from: string;
  /** "204 No Content", or why there is none. */
  status: string;
  /** Simulated milliseconds; where nothing came back, up to when it was given up. */
  times: Exchange['times'];
  /** Stops from which the request and its answer are known. */
  sentStop: number;
  answerStop: number;
  deciding: DecidingHeader[];
}

export interface ConsoleRow {
  entry: ConsoleEntry;
  stop: number;
}

export interface ServerLogRow {
  entry: ServerLogEntry;
  stop: number;
}

/** What a server keeps in its variables. Values are JSON text. */
export interface ServerStateRows {
  origin: string;
  before: { name: string; value: string }[];
  after: { name: string; value: string }[];
  changes: {
    path: string;
    /** null: there was no such value, or there is none any more. */
    from: string | null;
    to: string | null;
    /** "POST /transfer", or nothing where nobody is known to have done it. */
    by: string;
    stop: number;
  }[];
}

/** A place in an editor that a stop points at. */
export interface Mark {
  side: 'frontend' | 'server';
  /** Origin of the server; for `side: 'server'`. */
  origin?: string;
  /** Index of the earlier visit whose code it is; for `side: 'frontend'`. */
  visit?: number;
  /** 1-based line of the code. */
  line?: number;
  /** What on the line says it, where that is known; empty: nothing on it does. */
  piece?: string;
  /** Row of the header table. */
  headerRow?: { route: number; row: number | null; name: string };
  stop: number;
  number: number | null;
  tone: 'neutral' | 'allowed' | 'blocked';
  text: string;
}

export interface RunVerdict {
  word: VerdictWord;
  /** The word is no praise: no request was made, or not the server but an extension allowed it. */
  neutral?: 'nothing-sent' | 'extension';
  sentence: Sentence;
}

/** Everything the picture and the inspector show. A pure function of the result. */
export interface Run {
  lanes: Lane[];
  stops: Stop[];
  tracks: Track[];
  /** How many channels the picture needs. */
  rows: number;
  verdict: RunVerdict;
  network: NetworkRow[];
  console: ConsoleRow[];
  serverLog: ServerLogRow[];
  state: ServerStateRows[];
}
