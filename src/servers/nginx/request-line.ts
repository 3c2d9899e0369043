import type { HttpRequest } from '@/engine';

/** The first line of a request. What nginx cannot read of it is '': it answers 400 and reads no header any more. */
export interface RequestLine {
  isRead: boolean;
  /** As it came. */
  text: string;
  method: string;
  /** The path, decoded; what locations are chosen by. */
  uri: string;
  /** The query, without the question mark. */
  args: string;
  /** Path and query as the client sent them. */
  requestUri: string;
  protocol: string;
}

const PROTOCOL = 'HTTP/1.1';
/** Fetch makes capital letters only of DELETE, GET, HEAD, OPTIONS, POST and PUT: `patch` arrives as it was written. */
const METHOD = /^[A-Z_-]+$/;

export function readRequestLine({ method, url }: Pick<HttpRequest, 'method' | 'url'>): RequestLine {
  const { pathname, search } = new URL(url);
  const text = `${method} ${pathname}${search} ${PROTOCOL}`;
  const unread = { isRead: false, text, method: '', uri: '', args: '', requestUri: '', protocol: '' };
  if (!METHOD.test(method)) return unread;
  const uri = readPath(pathname);
  if (uri === undefined) return { ...unread, method, protocol: PROTOCOL };
  return { isRead: true, text, method, uri, args: search.slice(1), requestUri: pathname + search, protocol: PROTOCOL };
}

/** Decoded, and only then without its dots and double slashes; undefined for half an escape and for a way out of the root. */
function readPath(path: string): string | undefined {
  if (/%(?![\da-f]{2})|%00/i.test(path)) return undefined;
  const segments = decoded(path).split('/').slice(1);
  const names: string[] = [];
  for (const segment of segments) {
    if (segment === '..' && names.pop() === undefined) return undefined;
    if (isName(segment)) names.push(segment);
  }
  const isFolder = names.length > 0 && !isName(segments.at(-1)!);
  return `/${names.join('/')}${isFolder ? '/' : ''}`;
}

const isName = (segment: string): boolean => !['', '.', '..'].includes(segment);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
