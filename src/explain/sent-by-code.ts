import type { Exchange } from '@/scenario/result';
import { headerValue, members, tellingHeaders } from './headers';

/**
 * The headers that code set on a request, and its body: what it takes to ask the same without a browser. A preflight that was
 * refused is all there is of some requests: it names the headers, not their values.
 */
export function sentByCode({ kind, requestHeaders, requestBody }: Exchange): {
  headers: [name: string, value: string][];
  body: string | null;
} {
  if (kind === 'actual') {
    const names = new Set(tellingHeaders(requestHeaders).filter((name) => name !== 'cookie'));
    return { headers: requestHeaders.filter(([name]) => names.has(name.toLowerCase())), body: requestBody || null };
  }
  const names = members(headerValue(requestHeaders, 'access-control-request-headers'));
  return {
    headers: names.map((name) => [name, name === 'content-type' ? 'application/json' : '1']),
    body: names.includes('content-type') ? '{}' : null,
  };
}
