/**
 * The scenario document: everything a learner can set up, as one JSON value.
 * Share links, files, lessons, the editors and the command line all read and write this shape.
 */

export type BrowserName = 'standard' | 'chromium' | 'firefox' | 'webkit';
export type ClientName = 'browser' | 'webview' | 'native-app' | 'curl';

export interface Scenario {
  version: 1;
  title?: string;
  /** URL of the document that runs the frontend code. `file:` has an opaque origin, sent as "null". */
  page: string;
  /** The page is a sandboxed document: its origin is opaque. */
  sandbox?: boolean;
  client?: ClientName;
  browser?: BrowserName;
  /** A "disable CORS" browser extension is on. */
  extension?: boolean;
  /** JavaScript, run as the body of an async function. With client `curl`: one curl command line. */
  frontend: string;
  servers: Server[];
  /** Visits before this one, in order. Servers and caches live through all of them. */
  earlier?: Visit[];
  /** Cookies stored before the run, as if the user had visited `url` and it had answered with this Set-Cookie. */
  cookies?: StoredCookie[];
}

export interface Visit {
  page: string;
  sandbox?: boolean;
  frontend: string;
  /** Another user, hence another browser with caches and cookies of its own. */
  otherUser?: boolean;
}

/** What happened before a run, in runs of their own: what servers and browsers keep of it is there when the run begins. */
export type KeptRun = Omit<Scenario, 'version' | 'servers'> | { wait: number };

export interface StoredCookie {
  url: string;
  setCookie: string;
}

interface ServerBase {
  origin: string;
  /** A shared cache stands in front (RFC 9111), keyed by URL and Vary. */
  cdn?: boolean;
  /** `process.env` / `os.environ` of the server code. */
  env?: Record<string, string>;
}

export interface HeadersServer extends ServerBase {
  kind: 'headers';
  routes: Route[];
}
export interface ExpressServer extends ServerBase {
  kind: 'express';
  code: string;
}
export interface FlaskServer extends ServerBase {
  kind: 'flask';
  code: string;
}
export interface DjangoServer extends ServerBase {
  kind: 'django';
  code: string;
}
export interface ProxyServer extends ServerBase {
  kind: 'proxy';
  prefix: string;
  target: string;
}
export interface NginxServer extends ServerBase {
  kind: 'nginx';
  config: string;
}

export type Server = HeadersServer | ExpressServer | FlaskServer | DjangoServer | ProxyServer | NginxServer;
export type ServerKind = Server['kind'];

/** First match wins; no match answers 404 with no headers. */
export interface Route {
  /** A method, matched case-sensitively, or `*`. */
  method: string;
  /** A path, or a prefix ending in `*`; compared with the path, without the query. */
  path: string;
  /** 200–599, or 101, which opens a WebSocket. */
  status: number;
  headers: HeaderRow[];
  body?: string;
  /** The connection is closed without an answer. */
  abort?: boolean;
  /** true: only CORS-preflight requests match; false: only other requests do. Left out: both. */
  preflight?: boolean;
}

/** Sent as written. A third member `false` switches the row off: kept in the document, not sent. */
export type HeaderRow = [name: string, value: string, on?: boolean];
