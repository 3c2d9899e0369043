/** The wire: carries a request to whoever plays the server and its reply back. It decides nothing. */

import type { HttpRequest, HttpResponse } from '@/engine';
import type { Exchange } from '@/scenario/result';

/** What comes back from whoever plays the server. */
export type ServerReply =
  | { ok: true; response: HttpResponse; source?: Exchange['source']; route?: number }
  /** The connection is closed without an answer. */
  | { ok: false; route?: number };

/** `exchange` is the id of this exchange in the run's record. */
export type Answerer = (request: HttpRequest, exchange: number) => Promise<ServerReply>;

export interface Wire {
  /** `service-worker`: a real request under the page's own origin, seen in DevTools. `in-process`: MSW's handlers called directly. */
  readonly kind: 'service-worker' | 'in-process';
  /** Registers who answers for a run, and carries requests to it until closed. */
  open(answer: Answerer): WireRun;
}

export interface WireRun {
  /** The exchange's id travels along and is given to the answerer. */
  send(request: HttpRequest, exchange: number): Promise<ServerReply>;
  close(): void;
}
