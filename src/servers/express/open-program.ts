/** The inside of a server's realm: globals, the user's code, and then one request after another. */

import type { Delivery, ExpressProgram } from '@/realm';
import { type OpenProgram, type RealmContext, formatError, isError } from '@/realm/runtime';
import {
  AbortController,
  AbortSignal,
  Headers,
  TextDecoder,
  TextEncoder,
  URLSearchParams,
  atob,
  btoa,
  createUrl,
} from '@/realm/web';
import { process, runImmediatesBy, setGlobals } from './globals';
import { createApps } from './apps';
import { dispatch } from './dispatch';
import { describeError, lineOfError } from './errors';
import { exampleRoutes } from './example-routes';
import { cookieParser, createRequire } from './modules';
import { listeners, type RequestListener } from './node/http';
import { watchState } from './watch-state';
import { createUpstreamFetch } from './upstream-fetch';

type Arrived = Extract<Delivery, { type: 'request' }>;

export const openProgram: OpenProgram<ExpressProgram> = (program, realm) => {
  // An app asks for NODE_ENV when it is made.
  Object.assign(process.env, program.env);
  const apps = createApps(realm);
  const app = apps.create();
  const module = { exports: {} as unknown };
  const URL = createUrl(realm.platform);
  const upstream = createUpstreamFetch(realm, URL);
  runImmediatesBy(realm.immediate);
  const { express, cors } = apps;
  setGlobals({
    require: createRequire(apps, { URL, URLSearchParams }),
    module,
    exports: module.exports,
    __dirname: '/',
    __filename: '/server.js',
    app,
    express,
    cors,
    cookieParser,
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    Headers,
    AbortController,
    AbortSignal,
    atob,
    btoa,
    fetch: upstream.fetch,
  });
  printLinesOfErrors(realm);
  const state = watchState(realm);

  /** Requests that came before the code was done. */
  const early: Arrived[] = [];
  let listener: RequestListener | null = null;

  const begin = (): void => {
    const own = ownListener(module.exports) ?? listeners.at(-1) ?? (apps.made()[0] as RequestListener | undefined);
    if (!own) app.use(exampleRoutes());
    for (const made of [app, ...apps.made()]) apps.finish(made);
    listener = own ?? (app as unknown as RequestListener);
    for (const request of early.splice(0)) dispatch(listener, request, realm);
  };
  const end = (error: unknown): void => realm.emit({ type: 'settled', error: describeError(error, realm.positions) });

  return {
    start(main) {
      main()
        .then(begin)
        .then(() => realm.emit({ type: 'settled' }), end);
    },
    request(arrived) {
      if (listener) dispatch(listener, arrived, realm);
      else early.push(arrived);
    },
    upstream: (arrived) => upstream.arrived(arrived),
    turnEnded: () => state.turnEnded(),
    uncaught: end,
  };
};

/** What the code exports: `module.exports = app`, `export default app`, or `exports.app = app`. */
function ownListener(exported: unknown): RequestListener | undefined {
  if (typeof exported === 'function') return exported as RequestListener;
  if (typeof exported !== 'object' || exported === null) return undefined;
  const { default: byDefault, app } = exported as Record<string, unknown>;
  return [byDefault, app].find((one): one is RequestListener => typeof one === 'function');
}

/** Express logs an error when the code it came from is off the stack: the log still says the line. */
function printLinesOfErrors(realm: RealmContext): void {
  const { error: print } = console;
  console.error = (...values: unknown[]) => {
    const line = values.length === 1 && realm.positions.current() === undefined ? lineOfError(values[0]) : undefined;
    if (line === undefined) return print(...values);
    const [value] = values;
    realm.emit({ type: 'console', level: 'error', text: isError(value) ? formatError(value) : String(value), line });
  };
}
