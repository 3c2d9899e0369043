/** The simulated browser. Pure: no DOM, no clock, no randomness, nothing of ours outside this folder. */

export * from './contract';
export { createBrowser } from './browser';
export { loadProfile } from './profiles/load';
export {
  getDecodeAndSplit,
  getHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeaderName,
  isHeaderName,
  isHeaderValue,
  isNoCorsSafelistedRequestHeader,
  normalizeHeaderValue,
  sortAndCombine,
} from './infrastructure/headers';
export { registrableDomain } from './infrastructure/origins';
export { isCorsSafelistedMethod, isForbiddenMethod, isMethod, normalizeMethod } from './infrastructure/methods';
export {
  abortError,
  forbiddenHeaderLine,
  requestError,
  unexposedHeaderLine,
  type Caller,
  type RequestErrorKind,
  type RequestErrorValues,
} from './profiles/request-errors';
