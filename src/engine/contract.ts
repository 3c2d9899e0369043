/**
 * What the engine takes and gives. Header names and values are byte strings (one char per byte, isomorphic decoding);
 * bodies are bytes; times are simulated milliseconds.
 */

export type BrowserName = 'standard' | 'chromium' | 'firefox' | 'webkit';

export type HeaderList = [name: string, value: string][];

export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket';
export type CredentialsMode = 'omit' | 'same-origin' | 'include';
export type CacheMode = 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache' | 'only-if-cached';
export type RedirectMode = 'follow' | 'error' | 'manual';
export type ResponseType = 'basic' | 'cors' | 'opaque' | 'opaqueredirect' | 'default' | 'error';

/** The document that asks. */
export interface Client {
  /** URL of the document. */
  url: string;
  /** The document is sandboxed: its origin is opaque whatever its URL. */
  sandboxed: boolean;
}

/**
 * A request as the constructor of Request (or XMLHttpRequest's send) leaves it: validated, headers filtered by their guard,
 * Content-Type taken from the body. https://fetch.spec.whatwg.org/#concept-request
 */
export interface RequestRecord {
  /** Who asked: decides the words in the console. */
  initiator:
    'fetch' | 'xhr' | 'script' | 'img' | 'link' | 'font' | 'form' | 'beacon' | 'eventsource' | 'websocket' | 'media';
  destination: '' | 'script' | 'image' | 'style' | 'font' | 'document' | 'audio' | 'video' | 'track' | 'manifest';
  method: string;
  url: string;
  headers: HeaderList;
  body: Uint8Array | null;
  mode: RequestMode;
  credentials: CredentialsMode;
  cache: CacheMode;
  redirect: RedirectMode;
  /** `client`, `no-referrer`, or a URL. */
  referrer: string;
  /** '' for the default. */
  referrerPolicy: string;
  integrity: string;
  keepalive: boolean;
  /** The use-CORS-preflight flag: set by upload listeners of XMLHttpRequest. */
  useCorsPreflight: boolean;
  /** A module script: browsers have other words for it. */
  module?: boolean;
  /** Content-Type is the body's own: the code has set none. Of no matter to fetch(), whose headers it joins. */
  typeOfBody?: boolean;
}

/** One HTTP request on the wire, complete with every header that the browser sends. */
export interface HttpRequest {
  kind: 'preflight' | 'actual';
  method: string;
  url: string;
  headers: HeaderList;
  body: Uint8Array | null;
}

export interface HttpResponse {
  status: number;
  statusText: string;
  headers: HeaderList;
  body: Uint8Array;
  /** Bytes of the body that an answer to HEAD leaves out, where the server tells. */
  omitted?: number;
}

/** Why there was no HTTP response. */
export type ConnectionFailure = 'closed' | 'refused' | 'name-not-resolved' | 'timeout';

/** `exchange` is the id the network gave this exchange, if it reached a server. */
export type NetworkAnswer =
  { ok: true; response: HttpResponse; exchange: number } | { ok: false; failure: ConnectionFailure; exchange?: number };

export interface Network {
  exchange(request: HttpRequest, requestId: number): Promise<NetworkAnswer>;
}

export interface ConsoleLine {
  level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  text: string;
}

/** The response as the code may see it (a filtered response). */
export interface FilteredResponse {
  type: ResponseType;
  status: number;
  statusText: string;
  url: string;
  redirected: boolean;
  headers: HeaderList;
  /** null where there is no body to read (null body status, HEAD in some browsers, opaque). */
  body: Uint8Array | null;
}

export interface FetchOutcome {
  /** The response handed to the code; null after a network error. */
  response: FilteredResponse | null;
  /** Set after a network error. */
  failure: FetchFailure | null;
  exchanges: number[];
  /** For requests of elements: what the element may use although the code may not read it. */
  internal?: HttpResponse;
}

export interface FetchFailure {
  reason: Reason;
  /** What fetch() rejects with in this browser. */
  error: { name: string; message: string };
}

/**
 * Every rule that can fail, one word each: the closed, documented list (docs/reasons.md). Console words and human sentences
 * are written elsewhere, from these.
 */
export const REASONS = [
  // the request cannot be made at all
  'invalid-request',
  'bad-port',
  'mixed-content',
  'url-scheme-not-supported',
  'same-origin-mode-violation',
  'only-if-cached-miss',
  'no-cors-redirect-mode',
  // no answer
  'connection-closed',
  'connection-refused',
  'name-not-resolved',
  'timeout',
  'aborted',
  // CORS check
  'allow-origin-missing',
  'allow-origin-multiple-values',
  'allow-origin-invalid',
  'allow-origin-mismatch',
  'allow-origin-wildcard-with-credentials',
  'allow-credentials-not-true',
  // preflight
  'preflight-redirect',
  'preflight-status-not-ok',
  'allow-methods-invalid',
  'allow-headers-invalid',
  'method-not-allowed',
  'header-not-allowed',
  // redirects
  'redirect-mode-error',
  'redirect-location-invalid',
  'redirect-scheme-not-supported',
  'redirect-too-many',
  'redirect-url-has-credentials',
  // what was answered may not be used
  'cross-origin-resource-policy',
  'opaque-response-blocking',
  'integrity-mismatch',
  'nosniff',
  'websocket-refused',
] as const;
export type Reason = (typeof REASONS)[number];

/** Every kind of step on the timeline. Ways pick a road; gates let through or close; the rest happens. */
export const STEPS = [
  // the page
  'request-started',
  'request-settled',
  'timer-fired',
  'console',
  // ways
  'cross-origin',
  'preflight-needed',
  'cache-lookup',
  'http-cache-lookup',
  'cookies-attached',
  'redirect',
  // messages
  'preflight-sent',
  'preflight-received',
  'request-sent',
  'response-received',
  'server-received',
  'server-answered',
  'connection-failed',
  'extension-rewrote',
  // gates
  'request-check',
  'mode-check',
  'mixed-content-check',
  'cors-check',
  'credentials-check',
  'preflight-redirect-check',
  'preflight-status-check',
  'allow-methods-syntax',
  'allow-headers-syntax',
  'method-check',
  'headers-check',
  'redirect-check',
  'corp-check',
  'orb-check',
  'nosniff-check',
  'integrity-check',
  // what is kept
  'cache-hit',
  'cache-stored',
  'cache-cleared',
  'cookie-stored',
  'cookie-refused',
  'response-filtered',
] as const;
export type StepName = (typeof STEPS)[number];

/** One side of a comparison. `value` null: absent. */
export interface Side {
  /** Whose word it is. */
  who: 'page' | 'request' | 'answer' | 'cache' | 'rule';
  /** Lower-case header name the value stands in, if it stands in one. */
  header?: string;
  value: string | string[] | null;
}

/**
 * The values a decision compared, so that the picture can show them side by side.
 * `equal`: one value against another. `in`: one value against a list. `all-in`: each of a list against a list.
 */
export interface Comparison {
  relation: 'equal' | 'in' | 'all-in';
  left: Side;
  right: Side;
  holds: boolean;
  /** For `all-in`: the members of `left` without a partner. */
  missing?: string[];
}

/** Which rule for what may be sent unasked does not hold of a header. */
export type SafelistBreach = 'name' | 'type' | 'bytes' | 'length' | 'range' | 'value';

/** One thing that makes the browser ask first. */
export interface PreflightCause {
  /**
   * `total`: the header is safelisted, but not with all the others. `dropped`: a redirect removed the header, and this
   * browser still asks for it. `redirected`: it had to ask before a redirect, and does so again.
   */
  breaks: 'method' | SafelistBreach | 'total' | 'dropped' | 'upload-listener' | 'redirected';
  /** The method, or a header's name in lower case; empty where it is neither. */
  name: string;
  /** What the header says, where that is what counts. */
  value?: string;
}

/** What the engine appends to the trace. The one who runs the engine adds the sentence. */
export interface TraceEvent {
  at: number;
  step: StepName;
  request: number;
  exchange?: number;
  answer?: 'yes' | 'no';
  verdict?: 'pass' | 'fail';
  compared?: Comparison;
  /** Where a preflight is needed: everything that makes it so. */
  causes?: readonly PreflightCause[];
  reason?: Reason;
  spec?: string;
  /** Values the sentence needs and that no comparison carries. */
  detail?: Record<string, string | number | boolean | string[]>;
  /** On a step that reads or changes the CORS-preflight cache: what it then holds for the request's URL. */
  cache?: readonly PreflightCacheEntry[];
  /** The cookie that was stored. */
  cookie?: StoredCookie;
}

export interface BrowserOptions {
  profile: BrowserName;
  client: Client;
  network: Network;
  /** Simulated milliseconds. */
  now: () => number;
  /** What the browser kept from before; absent: a fresh browser. */
  state?: BrowserState;
  /** Waits for work that takes real time, digests, while simulated time stands still. */
  real?: <T>(work: Promise<T>) => Promise<T>;
  /** Left out: nothing is traced. The result is the same. */
  trace?: (event: TraceEvent) => void;
  /** A line for the console, as soon as the browser prints it. */
  console?: (line: ConsoleLine, request: number) => void;
}

/** A browser with one document open in it. */
export interface SimulatedBrowser {
  /** The document's origin, serialised: "null" where it is opaque. */
  readonly origin: string;
  /** Fetch §4, from a finished Request to what the code gets. Never rejects. */
  fetch(request: RequestRecord, id: number, signal?: { aborted: boolean }): Promise<FetchOutcome>;
  /** As document.cookie gives and takes. */
  documentCookie: { get(): string; set(cookie: string): void };
  /** Store a cookie as if `url` had been visited first-party and had answered with this Set-Cookie. */
  storeCookie(url: string, setCookie: string): void;
  /** What is kept from run to run, as a plain value. */
  state(): BrowserState;
}

/** Cookie store, CORS-preflight cache and HTTP cache: plain values that go into a run and come out of it. */
export interface BrowserState {
  cookies: readonly StoredCookie[];
  preflightCache: readonly PreflightCacheEntry[];
  httpCache: readonly HttpCacheEntry[];
}

export interface StoredCookie {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: 'strict' | 'lax' | 'none' | 'default';
  /** Top-level site that partitions the cookie; null for unpartitioned. */
  partition: string | null;
  /** Simulated milliseconds; null: session cookie. */
  expires: number | null;
  created: number;
}

export interface PreflightCacheEntry {
  origin: string;
  url: string;
  partition: string;
  credentials: boolean;
  /** One of the two has members, or both where a browser keeps one result per URL; neither where nothing was allowed. */
  methods: readonly string[];
  headerNames: readonly string[];
  stored: number;
  expires: number;
}

export interface HttpCacheEntry {
  partition: string;
  method: string;
  url: string;
  /** What else this browser tells stored responses apart by: a Range, or whether credentials were sent. */
  key: string;
  /** The request headers that Vary names. */
  vary: HeaderList;
  response: { status: number; statusText: string; headers: HeaderList; body: Uint8Array };
  stored: number;
}
