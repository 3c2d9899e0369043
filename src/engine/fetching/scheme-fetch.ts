/** https://fetch.spec.whatwg.org/#concept-scheme-fetch */

import type { HeaderList } from '../contract';
import { percentDecode } from '../infrastructure/bytes';
import { platform } from '../infrastructure/platform';
import { isHttp, type ParsedUrl } from '../infrastructure/urls';
import { failure, type Failure } from './failure';
import { currentUrl, type FetchParams, type InternalResponse } from './fetch-params';
import { httpFetch } from './http-fetch';
import { gate, isNot } from './trace';

export async function schemeFetch(params: FetchParams): Promise<InternalResponse | Failure> {
  const url = currentUrl(params.request);
  if (isHttp(url)) return httpFetch(params, null);
  const body = bodyOf(url, params);
  if (body === null) {
    const compared = isNot({ who: 'request', value: `${url.scheme}:` }, 'a scheme that can be fetched');
    gate(params, { step: 'request-check', spec: 'concept-scheme-fetch', compared }, 'url-scheme-not-supported');
    return failure({ step: 'request-check', reason: 'url-scheme-not-supported', phase: 'request', url });
  }
  const headers: HeaderList = [['Content-Type', body.type]];
  const { integrity, initiator } = params.request.record;
  const hasLength = url.scheme === 'data' && integrity === '' && initiator !== 'xhr';
  if (hasLength && params.environment.profile.response.dataUrlsHaveLength === 'unchecked') {
    headers.push(['Content-Length', String(body.bytes.length)]);
  }
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

interface SchemeBody {
  type: string;
  bytes: Uint8Array;
}

/** null: nothing is there. */
function bodyOf(url: ParsedUrl, { environment }: FetchParams): SchemeBody | null {
  if (url.scheme === 'data') return dataUrlBody(url);
  const blank = url.scheme === 'about' && url.pathname === 'blank' && environment.profile.response.aboutBlank;
  return blank ? { type: 'text/html;charset=utf-8', bytes: new Uint8Array() } : null;
}

/** https://fetch.spec.whatwg.org/#data-url-processor */
function dataUrlBody(url: ParsedUrl): SchemeBody | null {
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

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
