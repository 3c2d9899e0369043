/** https://fetch.spec.whatwg.org/#concept-scheme-fetch */

import type { HeaderList } from '../contract';
import { platform } from '../infrastructure/platform';
import { isHttp, type ParsedUrl } from '../infrastructure/urls';
import { failure, type Failure } from './failure';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { httpFetch } from './http-fetch';
import { gate, isNot } from './trace';

export async function schemeFetch(params: FetchParams): Promise<InternalResponse | Failure> {
  const url = currentUrl(params.request);
  if (isHttp(url)) return httpFetch(params, null);
  const body = url.scheme === 'data' ? dataUrlBody(url) : null;
  if (body === null) {
    const compared = isNot({ who: 'request', value: `${url.scheme}:` }, 'a scheme that can be fetched');
    gate(params, { step: 'request-check', spec: 'concept-scheme-fetch', compared }, 'url-scheme-not-supported');
    return failure({ step: 'request-check', reason: 'url-scheme-not-supported', phase: 'request', url });
  }
  const headers: HeaderList = [['Content-Type', body.type]];
  const { dataUrlsHaveLength } = params.environment.profile.response;
  if (dataUrlsHaveLength === 'unchecked' && params.request.record.integrity === '')
    headers.push(['Content-Length', String(body.bytes.length)]);
  return {
    ok: true,
    status: 200,
    statusText: 'OK',
    headers,
    body: body.bytes,
    urls: [...params.request.urls],
    type: 'default',
  };
}

/** https://fetch.spec.whatwg.org/#data-url-processor */
function dataUrlBody(url: ParsedUrl): { type: string; bytes: Uint8Array } | null {
  const text = url.href.slice('data:'.length).split('#')[0] ?? '';
  const comma = text.indexOf(',');
  if (comma < 0) return null;
  const head = text.slice(0, comma).trim();
  const encoded = percentDecode(text.slice(comma + 1));
  const base64 = /; *base64$/i.test(head);
  const given = head.replace(/; *base64$/i, '');
  const type = given === '' || given.startsWith(';') ? `text/plain${given || ';charset=US-ASCII'}` : given;
  try {
    return { type, bytes: toBytes(base64 ? platform.atob(encoded.replace(/\s/g, '')) : encoded) };
  } catch {
    return null;
  }
}

function percentDecode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
