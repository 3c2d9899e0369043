/** What the engine's own tests share: a browser whose network answers from a table. */

import { browserOf } from '../browser';
import type { BrowserName, ConsoleLine, HeaderList, HttpRequest, RequestRecord, TraceEvent } from '../contract';
import { CHROMIUM } from '../profiles/chromium';
import { FIREFOX } from '../profiles/firefox';
import type { Profile } from '../profiles/profile';
import { STANDARD } from '../profiles/standard';
import { WEBKIT } from '../profiles/webkit';

const PROFILES: Record<BrowserName, Profile> = {
  standard: STANDARD,
  chromium: CHROMIUM,
  firefox: FIREFOX,
  webkit: WEBKIT,
};

export const PAGE = 'https://app.example.com/page.html';
export const API = 'https://api.example.com/items';

export interface Answer {
  status?: number;
  headers?: HeaderList;
  body?: string;
}

/** Answers for preflights and for other requests, by URL. */
export type Server = Record<string, { preflight?: Answer; response?: Answer }>;

/** One char per byte. */
export const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A request as fetch(url) makes it. */
export function request(url: string, changes: Partial<RequestRecord> = {}): RequestRecord {
  return {
    initiator: 'fetch',
    destination: '',
    method: 'GET',
    url,
    headers: [],
    body: null,
    mode: 'cors',
    credentials: 'same-origin',
    cache: 'default',
    redirect: 'follow',
    referrer: 'client',
    referrerPolicy: '',
    integrity: '',
    keepalive: false,
    useCorsPreflight: false,
    ...changes,
  };
}

/** A browser at `page`, with everything that it sends, prints and traces. `clock.now` may be moved. */
export function openBrowser(profile: BrowserName, server: Server, page = PAGE, sandboxed = false) {
  const sent: HttpRequest[] = [];
  const lines: ConsoleLine[] = [];
  const trace: TraceEvent[] = [];
  const clock = { now: 0 };
  let exchange = 0;
  const browser = browserOf(PROFILES[profile], {
    client: { url: page, sandboxed },
    now: () => clock.now,
    trace: (event) => trace.push(event),
    console: (line) => lines.push(line),
    network: {
      exchange: (message) => {
        sent.push(message);
        exchange += 1;
        const route = server[message.url];
        const answer = message.kind === 'preflight' ? route?.preflight : route?.response;
        if (!answer) return Promise.resolve({ ok: false, failure: 'closed', exchange });
        const { status = 200, headers = [], body = '' } = answer;
        return Promise.resolve({
          ok: true,
          exchange,
          response: { status, statusText: 'OK', headers, body: bytes(body) },
        });
      },
    },
  });
  return { browser, sent, lines, trace, clock };
}

/** `OPTIONS https://…`, one for each message. */
export function messages(sent: readonly HttpRequest[]): string[] {
  return sent.map(({ method, url }) => `${method} ${url}`);
}

export const allow = (origin = 'https://app.example.com', more: HeaderList = []): HeaderList => [
  ['Access-Control-Allow-Origin', origin],
  ...more,
];
