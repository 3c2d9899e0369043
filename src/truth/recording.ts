/**
 * What was asked of real browsers and what they did. One shape for every recording, whichever recorder made it.
 * Header names and values are text as written; times are milliseconds.
 */

import type { CacheMode, CredentialsMode, RedirectMode, RequestMode } from '@/engine';

export const RECORDED_BROWSERS = ['chromium', 'firefox', 'webkit'] as const;
export type RecordedBrowser = (typeof RECORDED_BROWSERS)[number];

export type HeaderPair = [name: string, value: string];

export interface Recording {
  id: string;
  /** What the scenario is about: free words, to group by. */
  tags: string[];
  /** URL of the page. */
  page: string;
  /** The page is a sandboxed document: its origin is opaque. */
  sandbox?: boolean;
  /** Origin → Set-Cookie values, stored first-party before the run. */
  cookies?: Record<string, string[]>;
  /** What the recorder did not keep, so that nothing can be said about it. */
  unrecorded?: Unrecorded;
  /** One after the other in the same page. */
  steps: RecordedStep[];
  /** Origin → answers. What is not here does not listen, or, at an origin that others refer to, answers 404. */
  server: Record<string, RecordedServer>;
}

export interface Unrecorded {
  /** `statusText` of a fetch() and the body that an XMLHttpRequest read. */
  details: true;
  /** Request headers that the recorder filtered out, lower-case. */
  requestHeaders: string[];
}

export interface RecordedStep {
  /** Before the request. */
  wait?: number;
  request: StepRequest;
}

export interface StepRequest {
  url: string;
  /** Left out: fetch(). */
  api?: 'xhr';
  method?: string;
  headers?: HeaderPair[];
  body?: string;
  mode?: RequestMode;
  /** For XMLHttpRequest: `include` sets withCredentials. */
  credentials?: CredentialsMode;
  redirect?: RedirectMode;
  cache?: CacheMode;
  referrer?: string;
  referrerPolicy?: string;
  integrity?: string;
  keepalive?: boolean;
  priority?: 'high' | 'low' | 'auto';
  /** XMLHttpRequest: a listener on `upload`. */
  uploadListener?: boolean;
  /** XMLHttpRequest: getResponseHeader() is called with this afterwards. */
  readHeader?: string;
  /** Neither: an element, a beacon, a worker … */
  element?: string;
  attributes?: Record<string, string>;
  /** Neither: the body of an async function that asks in ways of its own and `report`s what happened. */
  code?: string;
}

export interface RecordedServer {
  /** Answers an OPTIONS with Access-Control-Request-Method. */
  preflight: Answer;
  /** Answers everything else. */
  response: Answer;
  /** The first whose path and method are the request's, and that has an answer of the kind asked for, wins. */
  routes?: { path: string; method?: string; preflight?: Answer; response?: Answer }[];
}

export interface Answer {
  status: number;
  headers: HeaderPair[];
  body?: string;
  /** The connection is closed without an answer. */
  abort?: boolean;
}

/** What one browser did. */
export interface Observation {
  /** Console and requests were logged for the whole scenario, not step by step: they stand at the last step. */
  undivided?: boolean;
  steps: ObservedStep[];
}

export interface ObservedStep {
  outcome: 'resolved' | 'rejected';
  /** What the code caught; an error event of XMLHttpRequest is `ProgressEvent: error`. */
  error?: { name: string; message: string };
  response?: ObservedResponse;
  /** What `code` reported. */
  events?: string[];
  /** Every line that the browser printed. */
  console: ObservedLine[];
  /** Every request that reached a server. */
  requests: ObservedRequest[];
}

export interface ObservedResponse {
  /** `xhr` where XMLHttpRequest does not tell. */
  type: string;
  status: number;
  statusText: string;
  url: string;
  redirected: boolean;
  /** What the code could read, lower-case and sorted. */
  headers: HeaderPair[];
  body: string | null;
  /** `response.body` was null. */
  bodyNull?: boolean;
}

export interface ObservedLine {
  level: 'error' | 'warn' | 'info' | 'log' | 'debug';
  text: string;
}

export interface ObservedRequest {
  method: string;
  url: string;
  /** Those that say something about CORS: lower-case and sorted. */
  headers: HeaderPair[];
}

/** A preflight is an OPTIONS with Access-Control-Request-Method, which no page can send itself. */
export function isPreflight(request: ObservedRequest): boolean {
  return request.method === 'OPTIONS' && request.headers.some(([name]) => name === 'access-control-request-method');
}

/** Requests and console of all steps at the last one, as where nobody knows which step they belong to. */
export function mergeSteps(steps: readonly ObservedStep[]): ObservedStep[] {
  const requests = steps.flatMap((step) => step.requests);
  const console = steps.flatMap((step) => step.console);
  return steps.map((step, index) =>
    index === steps.length - 1 ? { ...step, requests, console } : { ...step, requests: [], console: [] },
  );
}

/** The browser and the day that a set of observations comes from. */
export interface Recorded {
  browser: RecordedBrowser;
  version: string;
  observations: Map<string, Observation>;
}
