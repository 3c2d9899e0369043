/** Errors of server code, told in the same words by every engine. */

import type { RealmError } from '@/realm';
import { type RealmContext, formatError, formatValue, isError } from '@/realm/runtime';

/** How an engine's own stack is told from one that was written here. */
const written = new WeakMap<object, { text: string; line: number | undefined }>();
const byText = new Map<string, number>();

/**
 * Replaces the stack of an error by one that names the line of the user's code alone: engines word theirs in different ways,
 * and Express shows them in its error pages and logs.
 */
export function tidyStack(error: unknown, positions: RealmContext['positions']): number | undefined {
  if (!isError(error)) return undefined;
  const known = written.get(error);
  if (known && known.text === error.stack) return known.line;
  const line = positions.of(error)?.line;
  const code = (error as { code?: unknown }).code;
  const head = formatError(error);
  const named = typeof code === 'string' && code.startsWith('ERR_') ? head.replace(/^[^:]+/, `$& [${code}]`) : head;
  const text = line === undefined ? named : `${named}\n    at server.js:${line}`;
  Object.defineProperty(error, 'stack', { value: text, writable: true, configurable: true });
  written.set(error, { text, line });
  if (line !== undefined) byText.set(text, line);
  return line;
}

/** The line that an error, or a text that is its stack, was found to come from. */
export function lineOfError(value: unknown): number | undefined {
  if (typeof value === 'string') return byText.get(value);
  return isError(value) ? written.get(value)?.line : undefined;
}

export function describeError(error: unknown, positions: RealmContext['positions']): RealmError {
  const what = isError(error)
    ? { name: String(error.name), message: String(error.message) }
    : { name: 'Error', message: formatValue(error) };
  return { ...what, ...positions.of(error) };
}
