/** What XMLHttpRequest makes of the body of an answer. https://xhr.spec.whatwg.org/#response-body */

import type { FilteredResponse } from '@/engine';
import { getHeader } from '@/engine/infrastructure/headers';
import { Blob, decodeUtf8, TextDecoder } from '@/realm/web';

export const RESPONSE_TYPES = ['', 'arraybuffer', 'blob', 'document', 'json', 'text'] as const;
export type XhrResponseType = (typeof RESPONSE_TYPES)[number];

/** @param override what overrideMimeType() was given */
export function readResponse(response: FilteredResponse, type: XhrResponseType, override: string | null): unknown {
  const bytes = response.body ?? new Uint8Array();
  const mimeType = override ?? getHeader(response.headers, 'content-type');
  switch (type) {
    case '':
    case 'text':
      return decodeText(bytes, mimeType);
    case 'json':
      try {
        return JSON.parse(decodeUtf8(bytes) ?? '') as unknown;
      } catch {
        return null;
      }
    case 'arraybuffer':
      return bytes.slice().buffer;
    case 'blob':
      return new Blob([bytes], { type: mimeType ?? 'text/xml' });
    case 'document':
      return null;
  }
}

/** In bytes; 0 where it is not known. */
export function contentLength({ headers }: FilteredResponse): number {
  const length = Number(getHeader(headers, 'content-length'));
  return Number.isInteger(length) ? length : 0;
}

function decodeText(bytes: Uint8Array, mimeType: string | null): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(mimeType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return decodeUtf8(bytes) ?? '';
  }
}
