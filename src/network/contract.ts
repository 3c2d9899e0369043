/** The wire: carries a request to whoever plays the server and its reply back. It decides nothing. */

import type { HttpRequest } from '@/engine';
import type { ServerReply } from '@/servers/contract';

export type Answerer = (request: HttpRequest) => Promise<ServerReply>;

export interface Wire {
  /** `service-worker`: a real request under the page's own origin, seen in DevTools. `in-process`: MSW's handlers called directly. */
  readonly kind: 'service-worker' | 'in-process';
  /** Registers who answers for a run, and carries requests to it until closed. */
  open(answer: Answerer): WireRun;
}

export interface WireRun {
  send(request: HttpRequest): Promise<ServerReply>;
  close(): void;
}
