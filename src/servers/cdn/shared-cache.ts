import type { HeaderList, HttpRequest, HttpResponse } from '@/engine';
import type { ServerEnvironment, SimulatedServer } from '../contract';
import { cacheControl, freshnessLifetime, valuesOf } from './cache-control';

interface Entry {
  url: string;
  /** The request headers that Vary names, with the values of the request that was answered. */
  vary: [name: string, value: string | null][];
  response: HttpResponse;
  /** Simulated milliseconds. */
  stored: number;
  /** Seconds. */
  fresh: number;
  /** Seconds it was old when it came. */
  age: number;
}

/**
 * A shared cache in front of a server, as content delivery networks have: it stores what RFC 9111 lets it, by URL and Vary,
 * and answers everybody with it. As these do, it keeps nothing that sets a cookie, nothing without an explicit lifetime, and
 * does not let a client's Cache-Control pass it by.
 */
export function withSharedCache(
  origin: SimulatedServer,
  { now, log }: Pick<ServerEnvironment, 'now' | 'log'>,
): SimulatedServer {
  let entries: Entry[] = [];

  return {
    async handle(request, exchange) {
      const { method, url } = request;
      if (method === 'GET' || method === 'HEAD') {
        const entry = entries.find((candidate) => candidate.url === url && matches(candidate, request.headers));
        const resident = entry ? Math.floor((now() - entry.stored) / 1000) + entry.age : 0;
        if (entry && resident < entry.fresh) {
          log({ level: 'info', text: `cache: ${pathOf(url)} from the cache, ${resident} s old`, exchange });
          const { response } = entry;
          const headers: HeaderList = [...withoutAge(response.headers), ['Age', String(resident)]];
          return {
            ok: true,
            response: { ...response, headers, body: method === 'HEAD' ? new Uint8Array() : response.body },
          };
        }
      }
      const reply = await origin.handle(request, exchange);
      if (!reply.ok) return reply;
      if (!['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method) && reply.response.status < 400) {
        entries = entries.filter((entry) => entry.url !== url);
      }
      const why = method === 'GET' ? whyNotStored(request, reply.response) : null;
      if (method === 'GET' && why === null) {
        const vary = namesOfVary(reply.response).map((name): Entry['vary'][0] => [
          name,
          valueOf(request.headers, name),
        ]);
        entries = entries.filter((entry) => entry.url !== url || !matches(entry, request.headers));
        entries.push({
          url,
          vary,
          response: reply.response,
          stored: now(),
          fresh: freshnessLifetime(reply.response.headers) ?? 0,
          age: Number(valueOf(reply.response.headers, 'age') ?? 0) || 0,
        });
        const by = vary.length > 0 ? ` and ${vary.map(([name]) => name).join(', ')}` : '';
        log({ level: 'info', text: `cache: ${pathOf(url)} stored, by URL${by}`, exchange });
      } else if (why !== null) {
        log({ level: 'debug', text: `cache: ${pathOf(url)} not stored: ${why}`, exchange });
      }
      return reply;
    },
    close: () => origin.close(),
  };
}

/** https://www.rfc-editor.org/rfc/rfc9111#section-3, and 3.5 for requests with Authorization. */
function whyNotStored(request: HttpRequest, { headers }: HttpResponse): string | null {
  const directives = cacheControl(headers);
  for (const name of ['no-store', 'private', 'no-cache']) {
    if (directives.has(name)) return `Cache-Control has ${name}`;
  }
  if (namesOfVary({ headers }).includes('*')) return 'Vary is *';
  if (valueOf(headers, 'set-cookie') !== null) return 'it sets a cookie';
  const shared = ['public', 's-maxage', 'must-revalidate'].some((name) => directives.has(name));
  if (valueOf(request.headers, 'authorization') !== null && !shared) return 'the request had Authorization';
  const fresh = freshnessLifetime(headers);
  return fresh === null || fresh <= 0 ? 'nothing says how long it stays fresh' : null;
}

function namesOfVary({ headers }: Pick<HttpResponse, 'headers'>): string[] {
  return [...new Set(valuesOf(headers, 'vary').map((name) => name.toLowerCase()))];
}

function matches(entry: Entry, headers: HeaderList): boolean {
  return entry.vary.every(([name, value]) => valueOf(headers, name) === value);
}

function valueOf(headers: HeaderList, wanted: string): string | null {
  const values = headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}

function withoutAge(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => name.toLowerCase() !== 'age');
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
