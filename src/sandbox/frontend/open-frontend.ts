/** Puts the page's globals in place, and hands to them what comes in. */

import type { FrontendProgram } from '@/realm';
import type { OpenProgram, RealmContext } from '@/realm/runtime';
import { formatError, formatValue, isError } from '@/realm/runtime';
import { createUrl, reportListenerErrors, speakAs } from '@/realm/web';
import { createFetch } from './fetch';
import { createGlobals } from './globals';
import { openPage } from './page-settings';
import { createRequests } from './requests';
import { setGlobals } from './set-globals';
import { createXMLHttpRequest } from './xml-http-request';

export const openFrontend: OpenProgram<FrontendProgram> = (program, realm) => {
  const URL = createUrl(realm.platform);
  speakAs(program.browser);
  openPage({ url: program.page, origin: program.origin, unrestricted: program.unrestricted, URL });
  const requests = createRequests(realm);
  const uncaught = (error: unknown, rejection: boolean): void => printUncaught(program, realm, error, rejection);
  reportListenerErrors((error) => uncaught(error, false));
  setGlobals({
    ...createGlobals(program, realm, URL, uncaught),
    fetch: createFetch(requests),
    XMLHttpRequest: createXMLHttpRequest(requests),
  });

  return {
    start(main) {
      main().then(
        () => realm.emit({ type: 'settled' }),
        (error: unknown) => {
          uncaught(error, true);
          realm.emit({ type: 'settled', error: describe(realm, error) });
        },
      );
    },
    response: ({ id, response }) => requests.take(id)?.response(response),
    failure: ({ id, error }) => requests.take(id)?.failure(error),
    uncaught,
  };
};

function describe(
  realm: RealmContext,
  error: unknown,
): { name: string; message: string; line?: number; column?: number } {
  const what = isError(error)
    ? { name: String(error.name), message: String(error.message) }
    : { name: 'Uncaught', message: formatValue(error) };
  return { ...what, ...realm.positions.of(error) };
}

/** As each browser's console begins such a line. */
function printUncaught({ browser }: FrontendProgram, realm: RealmContext, error: unknown, rejection: boolean): void {
  const what = isError(error) ? formatError(error) : typeof error === 'string' ? error : formatValue(error);
  const text = {
    standard: `Uncaught ${rejection ? '(in promise) ' : ''}${what}`,
    chromium: `Uncaught ${rejection ? '(in promise) ' : ''}${what}`,
    firefox: rejection ? `Uncaught (in promise) ${what}` : what,
    webkit: rejection ? `Unhandled Promise Rejection: ${what}` : what,
  }[browser];
  realm.emit({ type: 'browser-console', level: 'error', text });
}
