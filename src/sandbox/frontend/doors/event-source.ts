/** https://html.spec.whatwg.org/#server-sent-events. An answer arrives as a whole, so that the stream ends with it. */

import type { FilteredResponse, Reason } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { decodeUtf8, defineHandlers, DOMException, Event, EventTarget } from '@/realm/web';
import { page } from '../page-settings';
import { resolveUrl, toRecord } from './ask';
import { parseEventStream } from './event-stream';
import type { Surroundings } from './surroundings';
import { MessageEvent } from './web-socket';
import { noEventStream } from './words';

const STATES = { CONNECTING: 0, OPEN: 1, CLOSED: 2 };
/** Milliseconds until a stream that ended is asked for again. */
const PAUSES = { standard: 3000, chromium: 3000, firefox: 5000, webkit: 3000 };
/** Then the simulation ends it: it would go on for ever. */
const MOST_CONNECTIONS = 4;
/** After these, too, the stream is asked for again, except by Firefox. */
const LOST: ReadonlySet<Reason> = new Set<Reason>([
  'connection-closed',
  'connection-refused',
  'name-not-resolved',
  'timeout',
]);

export function createEventSource({ browser, requests, note }: Surroundings) {
  class EventSource extends EventTarget {
    readonly url: string;
    readonly withCredentials: boolean;
    readyState = STATES.CONNECTING;
    #pause = PAUSES[browser];
    #lastEventId = '';
    #request: number | undefined;
    #timer: number | undefined;
    #connections = 0;

    constructor(url: unknown, init: { withCredentials?: unknown } = {}) {
      super();
      const address = resolveUrl(String(url));
      if (address === null) {
        throw new DOMException(
          `Failed to construct 'EventSource': Cannot open an EventSource to '${String(url)}'. The URL is invalid.`,
          'SyntaxError',
        );
      }
      this.url = address;
      this.withCredentials = Boolean(init.withCredentials);
      this.#connect();
    }

    close(): void {
      this.readyState = STATES.CLOSED;
      clearTimeout(this.#timer);
      if (this.#request !== undefined) requests.abort(this.#request);
    }

    get [Symbol.toStringTag](): string {
      return 'EventSource';
    }

    #connect(): void {
      this.#connections += 1;
      const headers: [string, string][] = [['Accept', 'text/event-stream']];
      if (this.#lastEventId !== '') headers.push(['Last-Event-ID', this.#lastEventId]);
      const id = requests.start(
        toRecord({
          initiator: 'eventsource',
          url: this.url,
          mode: 'cors',
          credentials: this.withCredentials ? 'include' : 'same-origin',
          cache: 'no-store',
          headers,
        }),
        {
          response: (response) => this.#arrived(response, id),
          failure: (_error, reason) => {
            if (reason && LOST.has(reason) && browser !== 'firefox') this.#again();
            else this.#fail();
          },
        },
      );
      this.#request = id;
    }

    #arrived(response: FilteredResponse, id: number): void {
      this.#request = undefined;
      const { status } = response;
      const type = getHeader(response.headers, 'content-type')?.split(';')[0]?.trim() ?? '';
      if (status !== 200 || type.toLowerCase() !== 'text/event-stream') {
        for (const line of noEventStream(browser, this.url, status, type)) requests.print(line, id);
        return this.#fail();
      }
      this.readyState = STATES.OPEN;
      this.dispatchEvent(new Event('open'));
      const { origin } = new (page().URL)(response.url || this.url);
      const text = decodeUtf8(response.body ?? new Uint8Array()) ?? '';
      for (const { event, data, retry, lastEventId } of parseEventStream(text, this.#lastEventId)) {
        if (retry !== null) this.#pause = retry;
        this.#lastEventId = lastEventId;
        if (data === null) continue;
        if (this.readyState === STATES.CLOSED) return;
        this.dispatchEvent(new MessageEvent(event, { data, origin, lastEventId }));
      }
      this.#again();
    }

    /** https://html.spec.whatwg.org/#reestablish-the-connection */
    #again(): void {
      if (this.readyState === STATES.CLOSED) return;
      this.readyState = STATES.CONNECTING;
      this.dispatchEvent(new Event('error'));
      // A listener may have closed it.
      if (Number(this.readyState) === STATES.CLOSED) return;
      if (this.#connections >= MOST_CONNECTIONS) {
        note(`EventSource: asked ${MOST_CONNECTIONS} times. A browser would go on; the simulation ends it here.`);
        return this.close();
      }
      this.#timer = setTimeout(() => this.#connect(), this.#pause) as unknown as number;
    }

    /** https://html.spec.whatwg.org/#fail-the-connection */
    #fail(): void {
      if (this.readyState === STATES.CLOSED) return;
      this.readyState = STATES.CLOSED;
      this.dispatchEvent(new Event('error'));
    }
  }
  defineHandlers(EventSource.prototype, ['open', 'message', 'error']);
  for (const holder of [EventSource, EventSource.prototype]) {
    for (const [name, value] of Object.entries(STATES))
      Object.defineProperty(holder, name, { value, enumerable: true });
  }
  return EventSource;
}
