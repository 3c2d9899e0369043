import type { HeaderRow, HeadersServer, Route } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { answersOf } from './policy';

export const users = '[{"id":1,"name":"Ada"},{"id":2,"name":"Grace"}]';

/** What an HTTP server adds by itself; in a table it would only be in the way. */
const mechanical = new Set([
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'x-powered-by',
]);

/** Header rules that answer as the server did in the last run, so that switching to them changes nothing at first. */
export function headersStarter(origin: string, pageOrigin: string, exchanges: readonly Exchange[]): HeadersServer {
  const { preflight, actual } = answersOf(origin, exchanges);
  const fallback: HeaderRow[] = [['Access-Control-Allow-Origin', pageOrigin]];

  const routes: Route[] = [
    preflight
      ? { method: 'OPTIONS', path: '*', status: sendable(preflight.status), headers: rowsOf(preflight) }
      : {
          method: 'OPTIONS',
          path: '*',
          status: 204,
          headers: [
            ...(actual ? corsRows(actual) : fallback),
            ['Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE'],
          ],
        },
    actual
      ? { method: '*', path: '*', status: sendable(actual.status), headers: rowsOf(actual), body: actual.body }
      : {
          method: '*',
          path: '*',
          status: 200,
          headers: [...(preflight ? corsRows(preflight) : fallback), ['Content-Type', 'application/json']],
          body: users,
        },
  ];
  return { origin, kind: 'headers', routes };
}

const sendable = (status: number): number => (status >= 200 && status <= 599 ? status : 200);

const rowsOf = (exchange: Exchange): HeaderRow[] =>
  exchange.responseHeaders
    .filter(([name]) => !mechanical.has(name.toLowerCase()))
    .map(([name, value]) => [name, value]);

/** The headers that both answers need; the others are only read on one of them. */
const corsRows = (exchange: Exchange): HeaderRow[] =>
  rowsOf(exchange).filter(([name]) => /^access-control-allow-(origin|credentials)$/i.test(name));
