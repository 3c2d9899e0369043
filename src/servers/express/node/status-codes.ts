/** The methods and reason phrases of Node 20's `http`: Express makes a function of each method. */

import { REASON_PHRASES } from '../../reason-phrases';

export const METHODS = (
  'ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY ' +
  'OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK ' +
  'UNLOCK UNSUBSCRIBE'
).split(' ');

/** Beyond the registry's, and as they were before it renamed two. */
export const STATUS_CODES: Readonly<Record<number, string>> = {
  ...REASON_PHRASES,
  100: 'Continue',
  101: 'Switching Protocols',
  102: 'Processing',
  103: 'Early Hints',
  413: 'Payload Too Large',
  418: "I'm a Teapot",
  422: 'Unprocessable Entity',
  509: 'Bandwidth Limit Exceeded',
  510: 'Not Extended',
};
