/**
 * How the simulation and a realm talk. A realm is a place where untrusted code runs: the page's frontend code, or one
 * server's code. It knows nothing of real time. It works in turns: the simulation delivers what has happened at a simulated
 * moment, the realm runs until nothing is left to do at that moment, and gives back what its code asked for, in order.
 * Everything is plain structured-cloneable data; what comes out of a realm is parsed before it is believed (`parse.ts`).
 */

import type {
  BrowserName,
  ConnectionFailure,
  FilteredResponse,
  HeaderList,
  HttpResponse,
  Reason,
  RequestRecord,
} from '@/engine';

export type RealmProgram = ScriptProgram | PythonProgram;

/** JavaScript: each program gets a place of its own. */
export type ScriptProgram = FrontendProgram | ExpressProgram | NginxProgram;

export interface FrontendProgram {
  kind: 'frontend';
  code: string;
  /** URL of the document, its serialised origin ("null" if opaque), and whose words errors have. */
  page: string;
  origin: string;
  browser: BrowserName;
  /** Native app: no forbidden headers, no guards. */
  unrestricted: boolean;
}

export interface ExpressProgram {
  kind: 'express';
  code: string;
  origin: string;
  env: Record<string, string>;
}

/** Our own reading of nginx: what is untrusted is the patterns in its configuration, which may take for ever. */
export interface NginxProgram {
  kind: 'nginx';
  /** None: what there is to run is the configuration. */
  code: '';
  config: string;
  /** Of all servers of the scenario. */
  origins: readonly string[];
}

export interface PythonProgram {
  kind: 'python';
  framework: 'flask' | 'django';
  /** app.py of Flask, settings.py of Django. */
  code: string;
  origin: string;
  env: Record<string, string>;
}

/** What has happened, told to the realm. */
export type Delivery =
  | { type: 'start' }
  | { type: 'timer'; id: number }
  /** The engine answers a request that frontend code made. */
  | { type: 'response'; id: number; response: FilteredResponse; internal?: HttpResponse }
  | { type: 'failure'; id: number; error: { name: string; message: string }; reason?: Reason }
  /** A request arrives at a server. */
  | { type: 'request'; id: number; request: WireRequest }
  /** Server to server: the answer to a fetch() in server code. */
  | { type: 'upstream'; id: number; answer: WireAnswer };

export interface WireRequest {
  method: string;
  url: string;
  headers: HeaderList;
  body: Uint8Array | null;
}

export type WireAnswer =
  | { ok: true; status: number; statusText: string; headers: HeaderList; body: Uint8Array }
  | { ok: false; message: string; failure?: ConnectionFailure };

export interface Turn {
  /** Simulated milliseconds since the run began. */
  now: number;
  deliver: Delivery[];
  /** Frontend: what document.cookie says at this moment. */
  documentCookie?: string;
}

/** What the code in the realm asked for or did, in order. */
export type Effect =
  | { type: 'timer'; id: number; delay: number }
  | { type: 'clear-timer'; id: number }
  /** Frontend: fetch() or XMLHttpRequest.send(). `line` is 1-based in the user's code. */
  | { type: 'fetch'; id: number; request: RequestRecord; line?: number }
  /** `error`: what the code gets, where the signal's reason is an error. */
  | { type: 'abort'; id: number; error?: { name: string; message: string } }
  /** `request`: the one that server code was at work on, where it says so. */
  | { type: 'console'; level: ConsoleLevel; text: string; line?: number; request?: number }
  /** A line that the browser itself prints ("Refused to set unsafe header"), about request `id` where it is known. */
  | { type: 'browser-console'; level: ConsoleLevel; text: string; request?: number }
  /** A request that the Request constructor or send() refused: never reached the engine. */
  | {
      type: 'refused';
      initiator: 'fetch' | 'xhr';
      method: string;
      url: string;
      error: { name: string; message: string };
      line?: number;
    }
  /** Server code answered request `id`. */
  | { type: 'answer'; id: number; answer: ServerAnswer }
  /** Something is wrong in server code that goes on all the same. */
  | { type: 'problem'; error: RealmError }
  /** fetch() in server code. */
  | { type: 'upstream'; id: number; request: WireRequest }
  /** Server code's top-level variables, as JSON, where they are not what they were. */
  | { type: 'state'; state: string }
  /** document.cookie was set. */
  | { type: 'document-cookie'; cookie: string }
  /** The frontend's main function ended. */
  | { type: 'settled'; error?: RealmError };

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

export interface ServerAnswer {
  status: number;
  statusText: string;
  /** In the order and case that the server wrote. */
  headers: HeaderList;
  body: Uint8Array;
  /** The connection was destroyed without an answer. */
  aborted?: boolean;
  /** Where in the user's code the response ended and each header was set; 1-based lines. */
  line?: number;
  headerLines?: { name: string; line: number }[];
}

export interface RealmError {
  name: string;
  message: string;
  /** 1-based, in the user's code. */
  line?: number;
  column?: number;
}

export type TurnResult =
  | { ok: true; effects: Effect[] }
  /** The realm is gone: the code never ended, sent too much, or could not be loaded. `effects`: what came before. */
  | { ok: false; failure: RealmFailure; effects: Effect[] };

export interface RealmFailure extends RealmError {
  kind: 'deadline' | 'syntax' | 'flood' | 'crash' | 'load';
  /** What to do about it, in a sentence. */
  hint?: string;
}

/** A running realm, seen from the simulation. */
export interface Realm {
  turn(turn: Turn): Promise<TurnResult>;
  close(): void;
}

/** Opens realms: in the page a sandboxed frame and a worker, on the command line a worker thread. */
export interface RealmHost {
  open(program: RealmProgram): Promise<Realm>;
}
