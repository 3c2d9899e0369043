/**
 * https://websockets.spec.whatwg.org/, as far as the handshake goes: a request with Origin and cookies, which no CORS check
 * judges. What would be said over the open connection is not simulated.
 */

import { defineHandlers, DOMException, Event, EventTarget } from '@/realm/web';
import { getHeader } from '@/engine/infrastructure/headers';
import { isLoopback } from '@/engine/infrastructure/trustworthy';
import { notOffered } from '../not-offered';
import { page } from '../page-settings';
import { toRecord } from './ask';
import type { Surroundings } from './surroundings';

/** The example of RFC 6455: the same in every handshake here, and the server's answer to it is not checked. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

export class MessageEvent extends Event {
  readonly data: unknown;
  readonly origin: string;
  readonly lastEventId: string;

  constructor(type: unknown, init: { data?: unknown; origin?: string; lastEventId?: string } = {}) {
    super(type);
    this.data = init.data ?? null;
    this.origin = init.origin ?? '';
    this.lastEventId = init.lastEventId ?? '';
  }
}

export class CloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;

  constructor(type: unknown, init: { code?: number; reason?: string; wasClean?: boolean } = {}) {
    super(type);
    this.code = init.code ?? 0;
    this.reason = init.reason ?? '';
    this.wasClean = Boolean(init.wasClean);
  }
}

const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };

export function createWebSocket({ requests, realm }: Surroundings) {
  class WebSocket extends EventTarget {
    readonly url: string;
    readyState = STATES.CONNECTING;
    protocol = '';
    extensions = '';
    bufferedAmount = 0;
    binaryType = 'blob';
    readonly #request: number;

    constructor(url: unknown, protocols: unknown = []) {
      super();
      const { URL, url: base, origin } = page();
      if (!URL.canParse(String(url), base)) throw syntaxError(`The URL '${String(url)}' is invalid.`);
      const address = new URL(String(url), base);
      if (!/^(wss?|https?):$/.test(address.protocol)) {
        const scheme = address.protocol.slice(0, -1);
        throw syntaxError(
          `The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. '${scheme}' is not allowed.`,
        );
      }
      if (address.hash !== '') {
        throw syntaxError(
          `The URL contains a fragment identifier ('${address.hash.slice(1)}'). Fragment identifiers are not allowed in WebSocket URLs.`,
        );
      }
      const asked = (Array.isArray(protocols) ? protocols : [protocols]).map(String);
      const http = address.href.replace(/^ws/, 'http');
      this.url = http.replace(/^http/, 'ws');
      if (http.startsWith('http:') && base.startsWith('https:') && origin !== 'null' && !isLoopback(address.hostname)) {
        throw new DOMException(
          "Failed to construct 'WebSocket': An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.",
          'SecurityError',
        );
      }
      this.#request = requests.start(
        toRecord({
          initiator: 'websocket',
          url: http,
          mode: 'websocket',
          cache: 'no-store',
          redirect: 'error',
          referrer: 'no-referrer',
          headers: [
            ['Upgrade', 'websocket'],
            ['Connection', 'Upgrade'],
            ['Sec-WebSocket-Key', KEY],
            ['Sec-WebSocket-Version', '13'],
            ...(asked.length > 0 ? [['Sec-WebSocket-Protocol', asked.join(', ')] as [string, string]] : []),
          ],
        }),
        {
          response: ({ headers }) => {
            this.protocol = getHeader(headers, 'sec-websocket-protocol') ?? '';
            this.readyState = STATES.OPEN;
            this.dispatchEvent(new Event('open'));
          },
          failure: () => this.#fail(),
        },
      );
    }

    send(): never {
      if (this.readyState === STATES.CONNECTING) {
        throw new DOMException(
          "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
          'InvalidStateError',
        );
      }
      return notOffered('WebSocket.send (the handshake is simulated, messages are not; it');
    }

    close(code?: unknown, reason: unknown = ''): void {
      if (this.readyState >= STATES.CLOSING) return;
      const connecting = this.readyState === STATES.CONNECTING;
      this.readyState = STATES.CLOSING;
      realm.immediate(() => {
        if (connecting) {
          requests.abort(this.#request);
          return this.#fail();
        }
        this.#end({ code: code === undefined ? 1005 : Number(code), reason: String(reason), wasClean: true });
      });
    }

    get [Symbol.toStringTag](): string {
      return 'WebSocket';
    }

    #fail(): void {
      this.readyState = STATES.CLOSED;
      this.dispatchEvent(new Event('error'));
      this.#end({ code: 1006, wasClean: false });
    }

    #end(init: { code: number; reason?: string; wasClean: boolean }): void {
      this.readyState = STATES.CLOSED;
      this.dispatchEvent(new CloseEvent('close', init));
    }
  }
  defineHandlers(WebSocket.prototype, ['open', 'message', 'error', 'close']);
  for (const holder of [WebSocket, WebSocket.prototype]) {
    for (const [name, value] of Object.entries(STATES))
      Object.defineProperty(holder, name, { value, enumerable: true });
  }
  return WebSocket;
}

function syntaxError(message: string): DOMException {
  return new DOMException(`Failed to construct 'WebSocket': ${message}`, 'SyntaxError');
}
