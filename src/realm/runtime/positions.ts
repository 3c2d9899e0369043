/** From stack traces to lines of the user's code, in V8, SpiderMonkey and JavaScriptCore. */

import { SCRIPT_NAME } from './entry-point';

export interface Position {
  /** 1-based, in the user's code. */
  line: number;
  column: number;
}

export interface Positions {
  /** Where the user's code is running now. */
  current(): number | undefined;
  /** Where `error` came from: the innermost frame in the user's code. */
  of(error: unknown): Position | undefined;
}

const FRAME = new RegExp(`${SCRIPT_NAME.replace('.', '\\.')}:(\\d+):(\\d+)`, 'g');

/**
 * @param firstLine line of the script, 1-based, in which the user's first line stands
 * @param lines how many lines the user's code has
 */
export function createPositions(firstLine: number, lines: number): Positions {
  const Native = Error;
  // Deep enough for a library between the user's code and the place that asks.
  Native.stackTraceLimit = 50;
  const of = (error: unknown): Position | undefined => {
    if (typeof error !== 'object' || error === null) return undefined;
    const stack: unknown = (error as { stack?: unknown }).stack;
    if (typeof stack !== 'string' || !stack.includes(SCRIPT_NAME)) return undefined;
    for (const [, row, column] of stack.matchAll(FRAME)) {
      const line = Number(row) - firstLine + 1;
      if (line >= 1 && line <= lines) return { line, column: Number(column) };
    }
    return undefined;
  };
  return { of, current: () => of(new Native())?.line };
}
