/** https://fetch.spec.whatwg.org/#request-body-header-name */
export const REQUEST_BODY_HEADERS = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);
