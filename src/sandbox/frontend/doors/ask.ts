/** The requests that elements and their like make. */

import type { RequestRecord } from '@/engine';
import { page } from '../page-settings';

export type CrossOrigin = 'anonymous' | 'use-credentials' | null;

/** https://html.spec.whatwg.org/#cors-settings-attribute: any other value is `anonymous`. */
export function toCrossOrigin(value: string | null): CrossOrigin {
  if (value === null) return null;
  return value.toLowerCase() === 'use-credentials' ? 'use-credentials' : 'anonymous';
}

type Given = Pick<RequestRecord, 'initiator' | 'url'> & Partial<RequestRecord>;

export function toRecord(given: Given): RequestRecord {
  return {
    destination: '',
    method: 'GET',
    headers: [],
    body: null,
    mode: 'no-cors',
    credentials: 'include',
    cache: 'default',
    redirect: 'follow',
    referrer: 'client',
    referrerPolicy: '',
    integrity: '',
    keepalive: false,
    useCorsPreflight: false,
    ...given,
  };
}

/** https://html.spec.whatwg.org/#create-a-potential-cors-request */
export function potentialCors(crossOrigin: CrossOrigin): Pick<RequestRecord, 'mode' | 'credentials'> {
  if (crossOrigin === null) return { mode: 'no-cors', credentials: 'include' };
  return { mode: 'cors', credentials: crossOrigin === 'anonymous' ? 'same-origin' : 'include' };
}

/** Absolute, or null where it is no URL. */
export function resolveUrl(url: string, base = page().url): string | null {
  const { URL } = page();
  return URL.canParse(url, base) ? new URL(url, base).href : null;
}

export function isOwnOrigin(url: string): boolean {
  const { URL, origin } = page();
  return origin !== 'null' && new URL(url).origin === origin;
}
