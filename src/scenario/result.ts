/** What a run of a scenario gives: everything the timeline, the inspector and the command line show. */

import type { Comparison, PreflightCacheEntry, PreflightCause, Reason, StepName, StoredCookie } from '@/engine';

export interface SimulationResult {
  version: 1;
  /** One for each fetch(), XMLHttpRequest, … in the order they started. */
  requests: RequestResult[];
  /** Every HTTP exchange that reached a server, in the order it was sent. */
  exchanges: Exchange[];
  console: ConsoleEntry[];
  /** The cookie store afterwards. */
  cookies: { url: string; name: string; value: string }[];
  /** The frontend code itself threw, did not parse, or ran out of time. */
  error?: CodeError;
  /** Server code that failed to load or run. */
  serverErrors?: ServerError[];
  /** What server code keeps in its variables, where it keeps something. */
  serverState?: ServerState[];
  /** What the servers wrote, in order. */
  serverLog: ServerLogEntry[];
  events: TimelineEvent[];
}

export interface CodeError {
  name: string;
  message: string;
  /** 1-based position in the code as the user wrote it, where known. */
  line?: number;
  column?: number;
  /** What to do with code that was written for somewhere else (a React component, TypeScript, a shell), in a sentence. */
  hint?: string;
}

export interface ServerError {
  origin: string;
  message: string;
  line?: number;
  column?: number;
}

/** JSON values of a server's top-level variables, by name. */
export interface ServerState {
  origin: string;
  /** When the server had started. */
  before: unknown;
  /** After the run. */
  after: unknown;
  /** In the order they happened. */
  changes: StateChange[];
}

export interface StateChange {
  /** As `accounts.ada` or `users[2].name`. */
  path: string;
  /** Left out where there was, or is, no such value. */
  from?: unknown;
  to?: unknown;
  /** The exchange whose handling changed it, where there is no doubt. */
  exchange?: number;
}

/** The outcome of one request in one word; the words the user sees. */
export type VerdictWord = 'allowed' | 'blocked' | 'opaque' | 'failed';

export interface RequestResult {
  id: number;
  visit?: number;
  /** `fetch`, `xhr`, and later `script`, `img`, … */
  initiator: string;
  method: string;
  url: string;
  outcome: 'resolved' | 'rejected';
  verdict: VerdictWord;
  /** What the code catches: TypeError, "Failed to fetch" in Chromium. */
  error?: { name: string; message: string };
  /** The machine-readable rule that failed, from the closed list in the engine. */
  reason?: Reason;
  response?: ReadableResponse;
  /** The browser's console messages about this request, byte for byte. */
  console: string[];
  /** Ids into `exchanges`. */
  exchanges: number[];
  /** 1-based line of the frontend code that started the request, where known. */
  line?: number;
}

/** The response as the code can see it. */
export interface ReadableResponse {
  type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect' | 'default' | 'error';
  status: number;
  statusText: string;
  url: string;
  redirected: boolean;
  /** Lower-case, sorted, as iterating Headers gives. */
  headers: [string, string][];
  /** null for an opaque response. */
  body: string | null;
}

export interface Exchange {
  id: number;
  visit?: number;
  kind: 'preflight' | 'actual';
  method: string;
  url: string;
  /** `browser`, `app`, `curl`, or the origin of the server that sent it. */
  from: string;
  requestHeaders: [string, string][];
  /** The request's body as UTF-8 text. */
  requestBody: string;
  /** 0 where the connection was closed without an answer. */
  status: number;
  statusText: string;
  responseHeaders: [string, string][];
  body: string;
  /** Simulated milliseconds: sent, arrived at the server, answered, answer back at the sender. */
  times: { sent: number; arrived: number; answered: number; received: number };
  /** What the server had answered, where something in the browser rewrote it before the browser looked. */
  rewritten?: { by: 'extension'; status: number; statusText: string; responseHeaders: [string, string][] };
  /** Which line of the server's code ended the response, and which set each header; 1-based. */
  source?: { line?: number; headers?: { name: string; line: number }[] };
  /** The route (index into the server's routes) that answered, for header rules. */
  route?: number;
}

export interface ConsoleEntry {
  visit?: number;
  level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  /** Written by the code, or by the browser. */
  source: 'code' | 'browser';
  text: string;
  /** Simulated milliseconds since the run began. */
  at: number;
  /** The request a browser line is about. */
  request?: number;
  /** 1-based line of the code that wrote it, where known. */
  line?: number;
}

export interface ServerLogEntry {
  origin: string;
  at: number;
  level: 'log' | 'info' | 'warn' | 'error' | 'debug' | 'access';
  text: string;
  exchange?: number;
  line?: number;
}

/** One step of the run, in order of happening. Nothing in the engine reads these. */
export interface TimelineEvent {
  visit?: number;
  /** Simulated milliseconds since the run began. */
  at: number;
  step: StepName;
  /** `page`, `browser`, or a server's origin. */
  actor: string;
  /** Ids into `requests` and `exchanges`. */
  request?: number;
  exchange?: number;
  verdict?: 'pass' | 'fail';
  /** One plain sentence. */
  text: string;
  /** Anchor in the standard. */
  spec?: string;
  /** For a way (a question that picks a road): the answer. */
  answer?: 'yes' | 'no';
  /** The values the decision compared. */
  compared?: Comparison;
  /** Where a preflight is needed: everything that makes it so. */
  causes?: readonly PreflightCause[];
  /** Why a gate closed. */
  reason?: Reason;
  /** On a step that reads or changes the CORS-preflight cache: what it then holds for the request's URL. */
  cache?: readonly PreflightCacheEntry[];
  /** The cookie that was stored. */
  cookie?: StoredCookie;
}
