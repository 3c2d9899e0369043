import type { FetchOutcome, HeaderList } from '@/engine';
import type { Internet } from './internet';
import type { Requester } from './frontend';

const MOST_REDIRECTS = 20;

/**
 * A native app's HTTP client, as React Native on Android has it (okhttp 4.12): no origin, no preflight, no CORS check; it follows
 * redirects and reads everything. https://github.com/square/okhttp: BridgeInterceptor, RetryAndFollowUpInterceptor
 */
export function createNativeClient(internet: Internet): Requester {
  return async (request, id) => {
    let { method, url, body } = request;
    let headers: HeaderList = request.headers;
    const exchanges: number[] = [];
    if (!isHttp(new URL(url))) return failure('url-scheme-not-supported', exchanges);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await internet.exchange({
        request: { kind: 'actual', method, url, headers: completed(headers, url, body), body },
        from: 'app',
        requestId: id,
      });
      if (answer.exchange !== undefined) exchanges.push(answer.exchange);
      if (!answer.ok) {
        return failure(
          answer.failure === 'closed'
            ? 'connection-closed'
            : answer.failure === 'refused'
              ? 'connection-refused'
              : answer.failure,
          exchanges,
        );
      }
      const { response } = answer;
      const next = locationUrl(response.headers, url);
      if (next === null || ![301, 302, 303, 307, 308].includes(response.status) || request.redirect !== 'follow') {
        return {
          response: {
            type: 'default',
            status: response.status,
            statusText: response.statusText,
            url,
            redirected: redirects > 0,
            headers: response.headers
              .map(([name, value]): [string, string] => [name.toLowerCase(), value])
              .sort(byName),
            body: response.body,
          },
          failure: null,
          exchanges,
        };
      }
      if (response.status <= 303 && method !== 'GET' && method !== 'HEAD') {
        method = 'GET';
        body = null;
        headers = headers.filter(([name]) => !name.toLowerCase().startsWith('content-'));
      }
      // What was meant for one server is not handed to another.
      if (next.origin !== new URL(url).origin)
        headers = headers.filter(([name]) => name.toLowerCase() !== 'authorization');
      url = next.href;
    }
    return failure('redirect-too-many', exchanges);
  };
}

/** null: there is none, or it leads nowhere that this client goes. */
function locationUrl(headers: HeaderList, base: string): URL | null {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location === undefined || !URL.canParse(location, base)) return null;
  const url = new URL(location, base);
  return isHttp(url) ? url : null;
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** What the code sets goes first; the rest is added where it is missing. */
function completed(headers: HeaderList, url: string, body: Uint8Array | null): HeaderList {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const added: HeaderList = [
    ...(body ? [['Content-Length', String(body.length)] satisfies HeaderList[0]] : []),
    ['Host', new URL(url).host],
    ['Connection', 'Keep-Alive'],
    ['Accept-Encoding', 'gzip'],
    ['User-Agent', 'okhttp/4.12.0'],
  ];
  return [...headers, ...added.filter(([name]) => !names.has(name.toLowerCase()))];
}

function byName([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function failure(reason: NonNullable<FetchOutcome['failure']>['reason'], exchanges: number[]): FetchOutcome {
  return {
    response: null,
    failure: { reason, error: { name: 'TypeError', message: 'Network request failed' } },
    exchanges,
  };
}
