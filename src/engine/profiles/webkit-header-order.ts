/** Which of several refused headers WebKit names. */

import type { FetchParams } from '../fetching/fetch-params';

/** Source/WebCore/platform/network/HTTPHeaderNames.in, as far as a page may set them: written as WebKit writes them. */
const KNOWN_NAMES = [
  'Accept',
  'Accept-Language',
  'Accept-Ranges',
  'Age',
  'Authorization',
  'Cache-Control',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Location',
  'Content-Range',
  'Content-Security-Policy',
  'Content-Type',
  'Default-Style',
  'ETag',
  'Expires',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Last-Event-ID',
  'Last-Modified',
  'Link',
  'Location',
  'Ping-From',
  'Ping-To',
  'Pragma',
  'Purpose',
  'Range',
  'Referrer-Policy',
  'Refresh',
  'Server',
  'Source-Map',
  'Upgrade-Insecure-Requests',
  'User-Agent',
  'Vary',
  'X-Frame-Options',
  'X-XSS-Protection',
];
const CANONICAL = new Map(KNOWN_NAMES.map((name) => [name.toLowerCase(), name]));

/** Names known to WebKit first, in its own writing; then the others as the page gave and wrote them. */
export function knownHeadersFirst(missing: readonly string[], { request }: FetchParams): string {
  const refused = new Set(missing);
  const given = request.record.headers.map(([name]) => name).filter((name) => refused.has(name.toLowerCase()));
  const known = given.find((name) => CANONICAL.has(name.toLowerCase()));
  return (known && CANONICAL.get(known.toLowerCase())) ?? given[0] ?? missing[0] ?? '';
}
