/** What nobody catches goes to the window, and from there, unless somebody takes it, into the console. */

import type { BrowserName } from '@/engine';
import { formatError, isError, type RealmContext } from '@/realm/runtime';
import { Event, EventTarget } from '@/realm/web';

/** https://html.spec.whatwg.org/#the-errorevent-interface */
export class ErrorEvent extends Event {
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  readonly colno: number;
  readonly error: unknown;

  constructor(type: unknown, init: Partial<Told> & { cancelable?: boolean } = {}) {
    super(type, init);
    this.message = init.message ?? '';
    this.filename = init.filename ?? '';
    this.lineno = init.lineno ?? 0;
    this.colno = init.colno ?? 0;
    this.error = init.error ?? null;
  }
}

/** https://html.spec.whatwg.org/#promiserejectionevent */
export class PromiseRejectionEvent extends Event {
  readonly promise: unknown;
  readonly reason: unknown;

  constructor(type: unknown, init: { promise?: unknown; reason?: unknown; cancelable?: boolean } = {}) {
    super(type, init);
    this.promise = init.promise;
    this.reason = init.reason;
  }
}

/** What the window learns of an error; lines and columns are 1-based. */
export interface Told {
  message: string;
  filename: string;
  lineno: number;
  colno: number;
  error: unknown;
}

export type Uncaught = (error: unknown, rejection: boolean, promise?: unknown) => void;

export interface WindowErrors {
  /** The window, as far as these events go. */
  window: EventTarget;
  /** Its `onerror` and `onunhandledrejection`. */
  handlers: PropertyDescriptorMap;
  uncaught: Uncaught;
  /** An error of a script with an address of its own. */
  failed(error: unknown, told: Told): void;
}

type Handler = (...told: unknown[]) => unknown;

/** Calls the handler of an event, and says whether what it returns keeps the event out of the console. */
const HANDLED: Record<string, (handler: Handler, event: never) => boolean> = {
  error: (handler, { message, filename, lineno, colno, error }: ErrorEvent) =>
    handler(message, filename, lineno, colno, error) === true,
  unhandledrejection: (handler, event: PromiseRejectionEvent) => handler(event) === false,
};

export const WINDOW_ERRORS = Object.keys(HANDLED);

/** @param print puts it into the console */
export function createWindowErrors(
  { browser, page }: { browser: BrowserName; page: string },
  realm: RealmContext,
  print: (error: unknown, rejection: boolean) => void,
): WindowErrors {
  const window = new EventTarget();
  /** What is thrown while an error is told is told to nobody; null where none is being told. */
  let meanwhile: unknown[] | null = null;

  const report = (error: unknown, event: Event): void => {
    if (meanwhile) return void meanwhile.push(error);
    const thrown: unknown[] = (meanwhile = []);
    window.dispatchEvent(event);
    meanwhile = null;
    const rejection = event instanceof PromiseRejectionEvent;
    const firefox = browser === 'firefox';
    // Firefox prints at once what a listener throws, and every rejection, whatever a listener says: as recorded.
    if (firefox) for (const one of thrown) print(one, false);
    if (!event.defaultPrevented || (rejection && firefox)) print(error, rejection);
    if (!firefox) for (const one of thrown) print(one, false);
  };

  const failed = (error: unknown, told: Told): void =>
    report(error, new ErrorEvent('error', { ...told, cancelable: true }));

  const uncaught: Uncaught = (error, rejection, promise) => {
    if (rejection) {
      const told = { promise, reason: error, cancelable: true };
      return report(error, new PromiseRejectionEvent('unhandledrejection', told));
    }
    const { line = 0, column = 0 } = realm.positions.of(error) ?? {};
    failed(error, { message: messageOf(error, browser), filename: page, lineno: line, colno: column, error });
  };
  return { window, handlers: handlersOf(window), uncaught, failed };
}

function handlersOf(window: EventTarget): PropertyDescriptorMap {
  const handler = (type: string): PropertyDescriptor => {
    let given: Handler | null = null;
    const listener = (event: Event): void => {
      if (given && HANDLED[type]?.(given, event as never)) event.preventDefault();
    };
    return {
      configurable: true,
      get: () => given,
      set(value: unknown) {
        given = typeof value === 'function' ? (value as Handler) : null;
        window.addEventListener(type, listener);
      },
    };
  };
  return Object.fromEntries(WINDOW_ERRORS.map((type) => [`on${type}`, handler(type)]));
}

/** An error in the words in which a window is told of it. */
export function messageOf(error: unknown, browser: BrowserName): string {
  if (browser === 'firefox')
    return isError(error) ? `${error.name}: ${error.message}` : `uncaught exception: ${String(error)}`;
  return (browser === 'webkit' ? '' : 'Uncaught ') + (isError(error) ? formatError(error) : String(error));
}
