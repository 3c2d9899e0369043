/** Puts the page's globals in place, and hands to them what comes in. */

import type { FrontendProgram } from '@/realm';
import type { OpenProgram, RealmContext, RealmHandlers } from '@/realm/runtime';
import { formatError, formatValue, isError } from '@/realm/runtime';
import { createUrl, reportListenerErrors, speakAs } from '@/realm/web';
import type { Surroundings } from './doors/surroundings';
import { createFetch } from './fetch';
import { createGlobals } from './globals';
import { openPage } from './page-settings';
import { createRequests } from './requests';
import { setGlobals } from './set-globals';
import { createWindowErrors, messageOf } from './window-errors';
import { createXMLHttpRequest } from './xml-http-request';

/** What more a page is given than fetch() and XMLHttpRequest: globals, and members of `document` and `navigator`. */
export interface More {
  globals: Record<string, unknown>;
  document: object;
  navigator: object;
}

export type OpenMore = (surroundings: Omit<Surroundings, 'loaded'>) => More;

export const openFrontend: OpenProgram<FrontendProgram> = (program, realm) => open(program, realm, null);

export function openFrontendWith(openMore: OpenMore): OpenProgram<FrontendProgram> {
  return (program, realm) => open(program, realm, openMore);
}

function open(program: FrontendProgram, realm: RealmContext, openMore: OpenMore | null): RealmHandlers {
  const URL = createUrl(realm.platform);
  speakAs(program.browser);
  openPage({ url: program.page, origin: program.origin, unrestricted: program.unrestricted, URL });
  const requests = createRequests(realm);
  const errors = createWindowErrors(program, realm, (error, rejection) =>
    printUncaught(program, realm, error, rejection),
  );
  const { uncaught, failed } = errors;
  reportListenerErrors((error) => uncaught(error, false));
  const { globals, page } = createGlobals(program, realm, URL, errors);
  const note = (text: string): void => realm.emit({ type: 'console', level: 'info', text });
  const more = openMore?.({ browser: program.browser, realm, requests, uncaught, failed, note });
  if (more) {
    addMembers(globals['document'] as object, more.document);
    addMembers(globals['navigator'] as object, more.navigator);
  }
  setGlobals(globals);
  setGlobals({
    fetch: createFetch(requests),
    XMLHttpRequest: createXMLHttpRequest(requests),
    ...more?.globals,
  });

  return {
    start(main) {
      const running = main();
      realm.immediate(page.loaded);
      running.then(
        () => realm.emit({ type: 'settled' }),
        (error: unknown) => {
          uncaught(error, true, running);
          realm.emit({ type: 'settled', error: describe(realm, error) });
        },
      );
    },
    response: ({ id, response, internal }) => requests.take(id)?.response(response, internal),
    failure: ({ id, error, reason }) => requests.take(id)?.failure(error, reason),
    turnEnded: page.turnEnded,
    uncaught,
  };
}

function addMembers(object: object, members: object): void {
  Object.defineProperties(object, Object.getOwnPropertyDescriptors(members));
}

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
    firefox: messageOf(error, 'firefox'),
    webkit: rejection ? `Unhandled Promise Rejection: ${what}` : what,
  }[browser];
  realm.emit({ type: 'browser-console', level: 'error', text });
}
