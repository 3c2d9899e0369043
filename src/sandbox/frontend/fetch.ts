/** https://fetch.spec.whatwg.org/#fetch-method */

import { createResponse, fetchAbortReason, makeError, onAbort, refusal, type Response } from '@/realm/web';
import { page } from './page-settings';
import { createRequest, Request, takeRecord } from './request';
import { type RequestInit, toRequestInit } from './request-init';
import type { Requests } from './requests';

export function createFetch(requests: Requests): (input?: unknown, init?: unknown) => Promise<Response> {
  return function fetch(...given: [input?: unknown, init?: unknown]): Promise<Response> {
    return new Promise((resolve, reject) => {
      let request: Request;
      try {
        request = toRequest(given);
      } catch (error) {
        requests.refused('fetch', methodOf(given), urlOf(given[0]), error);
        throw error;
      }
      const { signal } = request;
      if (signal.aborted) return reject(signal.reason);
      const id = requests.start(takeRecord(request), {
        response: (response) => resolve(createResponse(response, 'immutable')),
        failure: (error) => reject(makeError(error)),
      });
      onAbort(signal, () => {
        const reason = fetchAbortReason(signal);
        requests.abort(id, reason);
        reject(reason);
      });
    });
  };
}

function toRequest(given: unknown[]): Request {
  if (given.length === 0) throw refusal('missing-argument', 'fetch', { required: 1, given: 0 });
  const init: RequestInit = toRequestInit(given[1], 'fetch');
  return createRequest(given[0], init, 'fetch');
}

/** As far as it can be told of a request that was refused. */
function methodOf([input, init]: [input?: unknown, init?: unknown]): string {
  const given = (init as { method?: unknown } | null | undefined)?.method;
  if (typeof given === 'string') return given;
  return input instanceof Request ? input.method : 'GET';
}

function urlOf(input: unknown): string {
  if (input instanceof Request) return input.url;
  try {
    const { URL, url } = page();
    const text = String(input);
    return URL.canParse(text, url) ? new URL(text, url).href : text;
  } catch {
    return '';
  }
}
