/** What the web platform and Node have in common, for realms: everything resolves in microtasks and is the same everywhere. */

export { atob, btoa } from './base64';
export { DOMException, makeError } from './dom-exception';
export { TextDecoder, TextEncoder, decodeUtf8, encodeUtf8, toBytes } from './encoding';
export { type UrlClass, createUrl } from './url';
export { URLSearchParams } from './url-search-params';
