/** Scripts that have arrived: they run as scripts of the page, and what they throw goes to the window first. */

import type { BrowserName } from '@/engine';
import type { RealmContext } from '@/realm/runtime';
import { messageOf, type WindowErrors } from '../window-errors';

const MUTED = { message: 'Script error.', filename: '', lineno: 0, colno: 0, error: null };

export interface Loaded {
  /** @param muted the script comes from another origin without CORS: the window learns nothing of its errors */
  run(text: string, address: string, muted: boolean): void;
}

export function createLoaded(realm: RealmContext, browser: BrowserName, failed: WindowErrors['failed']): Loaded {
  return {
    run(text, address, muted) {
      try {
        realm.platform.runScript(text, address);
      } catch (error) {
        const told = { message: messageOf(error, browser), filename: address, ...placeIn(error, address), error };
        failed(error, muted ? MUTED : told);
      }
    },
  };
}

/** Where the stack first names the script; 1-based. */
function placeIn(error: unknown, address: string): { lineno: number; colno: number } {
  const stack = error instanceof Error ? String(error.stack) : '';
  const after = stack.split(address)[1] ?? '';
  const [, line = '1', column = '1'] = /^:(\d+)(?::(\d+))?/.exec(after) ?? [];
  return { lineno: Number(line), colno: Number(column) };
}
