/** What the web platform and Node have in common, for realms: everything resolves in microtasks and is the same everywhere. */

export { AbortController, AbortSignal, fetchAbortReason, followSignal, isAbortSignal, onAbort } from './abort';
export { atob, btoa } from './base64';
export { Blob, File } from './blob';
export { Body, bodyBytes, type ExtractedBody, extractBody, isUnusable, markUsed, setBody } from './body';
export { DOMException, makeError } from './dom-exception';
export { TextDecoder, TextEncoder, decodeUtf8, encodeUtf8, toBytes } from './encoding';
export {
  CustomEvent,
  defineHandlers,
  Event,
  EventTarget,
  isListenedTo,
  ProgressEvent,
  reportListenerErrors,
} from './events';
export { FormData } from './form-data';
export { createHeaders, fillHeaders, type Guard, headerList, Headers, toByteString, toHeaderPairs } from './headers';
export { parseJson } from './json';
export { ReadableStream, ReadableStreamDefaultReader } from './readable-stream';
export { createResponse, Response } from './response';
export { type UrlClass, createUrl } from './url';
export { URLSearchParams } from './url-search-params';
export { toDOMString } from './web-idl';
export { type Caller, refusal, speakAs, speaker } from './words';
