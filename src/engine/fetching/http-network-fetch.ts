/** https://fetch.spec.whatwg.org/#concept-http-network-fetch */

import type { ConnectionFailure, HeaderList, HttpRequest, Reason } from '../contract';
import { mendUtf8 } from '../infrastructure/bytes';
import type { ParsedUrl } from '../infrastructure/urls';
import { failure, type Failure } from './failure';
import { fetchMetadata } from './fetch-metadata';
import type { FetchParams, InternalResponse } from './fetch-params';

export interface Message {
  kind: 'preflight' | 'actual';
  method: string;
  url: ParsedUrl;
  headers: HeaderList;
  body: Uint8Array | null;
}

const REASONS: Record<ConnectionFailure, Reason> = {
  closed: 'connection-closed',
  refused: 'connection-refused',
  'name-not-resolved': 'name-not-resolved',
  timeout: 'timeout',
};

/** Sends one message. The headers that every message of this browser has are added here. */
export async function httpNetworkFetch(params: FetchParams, message: Message): Promise<InternalResponse | Failure> {
  const { environment } = params;
  const { kind, method, url, body } = message;
  if (params.signal?.aborted) return noAnswer(message, 'aborted');
  const headers = environment.profile.network.wireHeaders(params, kind, url, [
    ...message.headers,
    ...fetchMetadata(params, kind, url),
  ]);
  const request: HttpRequest = { kind, method, url: url.wire, headers, body };
  const answer = await environment.network.exchange(request, params.id);
  params.exchange = answer.exchange;
  if (answer.exchange !== undefined) params.exchanges.push(answer.exchange);
  if (params.signal?.aborted) return noAnswer(message, 'aborted');
  if (!answer.ok) return noAnswer(message, REASONS[answer.failure]);
  const { response } = answer;
  const { mendsUtf8 } = environment.profile.network;
  const received = mendsUtf8
    ? response.headers.map(([name, value]): HeaderList[0] => [name, mendUtf8(value)])
    : response.headers;
  return { ...response, headers: received, ok: true, urls: [...params.request.urls], type: 'default' };
}

function noAnswer({ kind, url }: Message, reason: Reason): Failure {
  return failure({ step: 'connection-failed', reason, phase: kind === 'preflight' ? 'preflight' : 'response', url });
}
