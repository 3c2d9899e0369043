/** Scripts that have arrived: they run as scripts of the page, and what they throw goes to the window first. */

import type { BrowserName } from '@/engine';
import type { RealmContext } from '@/realm/runtime';
import { Event, EventTarget } from '@/realm/web';

const MUTED = 'Script error.';

/** https://html.spec.whatwg.org/#the-errorevent-interface */
export class ErrorEvent extends Event {
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  readonly colno: number;
  readonly error: unknown;

  constructor(
    type: unknown,
    init: {
      message?: string;
      filename?: string;
      lineno?: number;
      colno?: number;
      error?: unknown;
      cancelable?: boolean;
    } = {},
  ) {
    super(type, init);
    this.message = init.message ?? '';
    this.filename = init.filename ?? '';
    this.lineno = init.lineno ?? 0;
    this.colno = init.colno ?? 0;
    this.error = init.error ?? null;
  }
}

export interface Loaded {
  /** @param muted the script comes from another origin without CORS: the window learns nothing of its errors */
  run(text: string, address: string, muted: boolean): void;
  /** The window, as far as `error` events go. */
  window: EventTarget;
}

export function createLoaded(
  realm: RealmContext,
  browser: BrowserName,
  uncaught: (error: unknown, rejection: boolean) => void,
): Loaded {
  const window = new EventTarget();
  const failed = (error: unknown, address: string, muted: boolean): void => {
    const message = (browser === 'chromium' ? 'Uncaught ' : '') + describe(error);
    const place = placeIn(error, address);
    const event = new ErrorEvent(
      'error',
      muted ? { message: MUTED, cancelable: true } : { message, filename: address, ...place, error, cancelable: true },
    );
    window.dispatchEvent(event);
    const handler = (globalThis as { onerror?: unknown }).onerror;
    const handled =
      typeof handler === 'function' &&
      (handler as (...told: unknown[]) => unknown)(
        event.message,
        event.filename,
        event.lineno,
        event.colno,
        event.error,
      ) === true;
    if (!handled && !event.defaultPrevented) uncaught(error, false);
  };
  return {
    window,
    run(text, address, muted) {
      try {
        realm.platform.runScript(text, address);
      } catch (error) {
        failed(error, address, muted);
      }
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Where the stack first names the script; 1-based. */
function placeIn(error: unknown, address: string): { lineno: number; colno: number } {
  const stack = error instanceof Error ? String(error.stack) : '';
  const after = stack.split(address)[1] ?? '';
  const [, line = '1', column = '1'] = /^:(\d+)(?::(\d+))?/.exec(after) ?? [];
  return { lineno: Number(line), colno: Number(column) };
}
