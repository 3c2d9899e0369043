/** Node's `http` for a server that never opens a port: whoever calls `listen` is told to the realm. */

import { EventEmitter } from 'events';
import { IncomingMessage } from './incoming-message';
import { ServerResponse } from './server-response';
import { METHODS, STATUS_CODES } from './status-codes';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => unknown;

const listening: RequestListener[] = [];
/** Those who called `listen`, in order. */
export const listeners: readonly RequestListener[] = listening;

export class Server extends EventEmitter {
  listening = false;
  #port = 0;

  constructor(listener?: RequestListener) {
    super();
    if (listener) this.on('request', listener as (...given: unknown[]) => void);
  }

  listen(...given: unknown[]): this {
    this.#port = typeof given[0] === 'number' ? given[0] : Number(given[0]) || 0;
    this.listening = true;
    listening.push((request, response) => this.emit('request', request, response));
    const done = given.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (done) this.once('listening', done);
    queueMicrotask(() => this.emit('listening'));
    return this;
  }

  address(): { port: number; address: string; family: string } {
    return { port: this.#port, address: '::', family: 'IPv6' };
  }

  close(done?: () => void): this {
    this.listening = false;
    if (done) queueMicrotask(done);
    return this;
  }
  setTimeout(): this {
    return this;
  }
}

export function createServer(...given: unknown[]): Server {
  return new Server(given.find((one) => typeof one === 'function') as RequestListener | undefined);
}

export { IncomingMessage, METHODS, STATUS_CODES, ServerResponse };
export default { METHODS, STATUS_CODES, IncomingMessage, ServerResponse, Server, createServer };
