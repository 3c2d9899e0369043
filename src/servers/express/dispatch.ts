/** Hands a request to whoever listens, and its answer to the simulation. */

import type { Delivery } from '@/realm';
import type { RealmContext } from '@/realm/runtime';
import { Attribution, attribute } from './attribution';
import type { RequestListener } from './node/http';
import { IncomingMessage } from './node/incoming-message';
import { ServerResponse } from './node/server-response';
import { METHODS } from './node/status-codes';

export function dispatch(
  listener: RequestListener,
  { id, request }: Extract<Delivery, { type: 'request' }>,
  realm: RealmContext,
): void {
  if (!METHODS.includes(request.method)) {
    // Node's parser knows methods by their letters, capitals all of them: the program never sees another.
    const answer = { status: 400, statusText: 'Bad Request', headers: [], body: new Uint8Array() };
    realm.emit({ type: 'answer', id, answer });
    return;
  }
  const parts = /^(https?):\/\/([^/?#]*)([^#]*)/.exec(request.url);
  const [, scheme, host = '', rest = ''] = parts ?? [];
  const has = (wanted: string) => request.headers.some(([name]) => name.toLowerCase() === wanted);
  const headers = [...request.headers];
  if (!has('host')) headers.unshift(['Host', host]);
  if (request.body && !has('content-length') && !has('transfer-encoding')) {
    headers.push(['Content-Length', String(request.body.length)]);
  }
  const incoming = new IncomingMessage({
    method: request.method,
    target: rest.startsWith('/') ? rest : `/${rest}`,
    headers,
    body: request.body,
    encrypted: scheme === 'https',
  });
  const attribution = new Attribution(realm.positions);
  const response = new ServerResponse(incoming, {
    headerSet: (name) => attribution.headerSet(name),
    ended: () => attribution.ended(),
    answered: ({ aborted, ...answer }) =>
      realm.emit({
        type: 'answer',
        id,
        answer: {
          ...answer,
          ...(aborted ? { aborted } : {}),
          ...attribution.lines(answer.headers.map(([name]) => name)),
        },
      }),
  });
  attribute(response, attribution);
  listener(incoming, response);
}
