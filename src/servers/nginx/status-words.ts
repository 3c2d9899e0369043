import { reasonPhrase } from '../reason-phrases';

/** Statuses that nginx has a page for. */
export const WITH_PAGE: ReadonlySet<number> = new Set([
  301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 421, 429,
  500, 501, 502, 503, 504, 505, 507,
]);
const WITHOUT_PAGE: ReadonlySet<number> = new Set([200, 201, 202, 204, 206, 304]);

/** Where its words are not those of the registry. */
const OWN_WORDS: Readonly<Record<number, string>> = {
  302: 'Moved Temporarily',
  405: 'Not Allowed',
  408: 'Request Time-out',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Large',
  415: 'Unsupported Media Type',
  416: 'Requested Range Not Satisfiable',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** The words in nginx's status line; '' for a status that it has none for. */
export function statusText(status: number): string {
  if (!WITH_PAGE.has(status) && !WITHOUT_PAGE.has(status)) return '';
  return OWN_WORDS[status] ?? reasonPhrase(status);
}
