/** What finds headers in code: one piece of code, loaded when the verdict is there. */

export { headersInCode } from './headers-in-code';
export { knownHeaders } from './known-headers';
export { markingOf } from './marking';
