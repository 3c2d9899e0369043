/** fetch() in server code: server to server, without CORS, carried by the simulation. */

import type { Delivery } from '@/realm';
import type { RealmContext } from '@/realm/runtime';
import { createResponse, extractBody, toHeaderPairs } from '@/realm/web';

interface Init {
  method?: string;
  headers?: unknown;
  body?: unknown;
}

interface Waiting {
  url: string;
  resolve(response: unknown): void;
  reject(error: Error): void;
}

export function createUpstreamFetch(realm: RealmContext, URL: new (input: unknown) => { href: string }) {
  const waiting = new Map<number, Waiting>();
  return {
    fetch: (input: unknown, init: Init = {}): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const url = new URL(input).href;
        const body = init.body === undefined || init.body === null ? null : extractBody(init.body);
        const headers = init.headers === undefined ? [] : toHeaderPairs(init.headers, 'Request');
        if (body?.type && !headers.some(([name]) => name.toLowerCase() === 'content-type')) {
          headers.push(['Content-Type', body.type]);
        }
        const id = realm.nextId();
        waiting.set(id, { url, resolve, reject });
        const method = init.method === undefined ? 'GET' : `${init.method}`.toUpperCase();
        realm.emit({ type: 'upstream', id, request: { method, url, headers, body: body?.bytes ?? null } });
      }),

    arrived({ id, answer }: Extract<Delivery, { type: 'upstream' }>): void {
      const found = waiting.get(id);
      if (!found) return;
      waiting.delete(id);
      if (!answer.ok) {
        const error = new TypeError('fetch failed');
        return found.reject(Object.assign(error, { cause: new Error(answer.message) }));
      }
      const { status, statusText, headers, body } = answer;
      found.resolve(
        createResponse(
          { type: 'basic', status, statusText, url: found.url, redirected: false, headers, body },
          'immutable',
        ),
      );
    },
  };
}
