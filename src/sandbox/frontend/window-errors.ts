/** What nobody catches goes to the window, and from there, unless somebody takes it, into the console. */

import type { BrowserName } from '@/engine';
import { isError, type RealmContext } from '@/realm/runtime';
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
  uncaught: Uncaught;
  /** An error of a script with an address of its own. */
  failed(error: unknown, told: Told): void;
}

export const WINDOW_ERRORS = ['error', 'unhandledrejection'];

/** @param print puts it into the console */
export function createWindowErrors(
  { browser, page }: { browser: BrowserName; page: string },
  realm: RealmContext,
  print: (error: unknown, rejection: boolean) => void,
): WindowErrors {
  const window = new EventTarget();
  const scope = globalThis as { onerror?: unknown; onunhandledrejection?: unknown };
  let reporting = false;

  /** What is thrown while an error is reported goes right into the console. */
  const report = (error: unknown, event: Event, handle: () => boolean): void => {
    const rejection = event.type !== 'error';
    if (reporting) return print(error, rejection);
    reporting = true;
    try {
      window.dispatchEvent(event);
      if (handle()) event.preventDefault();
    } catch (thrown) {
      print(thrown, false);
    } finally {
      reporting = false;
    }
    if (!event.defaultPrevented) print(error, rejection);
  };

  const failed = (error: unknown, told: Told): void => {
    report(error, new ErrorEvent('error', { ...told, cancelable: true }), () => {
      const { onerror } = scope;
      const { message, filename, lineno, colno } = told;
      return typeof onerror === 'function' && onerror(message, filename, lineno, colno, told.error) === true;
    });
  };

  const uncaught: Uncaught = (error, rejection, promise) => {
    if (!rejection) {
      const { line = 0, column = 0 } = realm.positions.of(error) ?? {};
      const message = messageOf(error, browser);
      return failed(error, { message, filename: page, lineno: line, colno: column, error });
    }
    const event = new PromiseRejectionEvent('unhandledrejection', { promise, reason: error, cancelable: true });
    report(error, event, () => {
      const { onunhandledrejection } = scope;
      return typeof onunhandledrejection === 'function' && onunhandledrejection(event) === false;
    });
  };
  return { window, uncaught, failed };
}

export function messageOf(error: unknown, browser: BrowserName): string {
  return (
    (browser === 'chromium' ? 'Uncaught ' : '') + (isError(error) ? `${error.name}: ${error.message}` : String(error))
  );
}
