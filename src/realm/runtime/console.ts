/** console: each call is one line, told to the simulation. */

import type { ConsoleLevel } from '../protocol';
import { formatMessage } from './format-message';
import type { RealmContext } from './start-realm';

export function installConsole(realm: RealmContext): void {
  const print = (level: ConsoleLevel, values: unknown[]): void => {
    const line = realm.positions.current();
    const text = indent() + formatMessage(values);
    realm.emit(line === undefined ? { type: 'console', level, text } : { type: 'console', level, text, line });
  };
  const counts = new Map<string, number>();
  const started = new Map<string, number>();
  let depth = 0;
  const indent = (): string => '  '.repeat(depth);
  const label = (given: unknown): string => (given === undefined ? 'default' : `${given as string}`);
  const elapsed = (name: string): string => `${name}: ${realm.now() - (started.get(name) ?? 0)} ms`;
  const group = (...values: unknown[]): void => {
    print('log', values.length > 0 ? values : ['console.group']);
    depth += 1;
  };

  const console = {
    log: (...values: unknown[]) => print('log', values),
    info: (...values: unknown[]) => print('info', values),
    warn: (...values: unknown[]) => print('warn', values),
    error: (...values: unknown[]) => print('error', values),
    debug: (...values: unknown[]) => print('debug', values),
    trace: (...values: unknown[]) => print('log', values.length > 0 ? values : ['console.trace']),
    dir: (value: unknown) => print('log', [value]),
    dirxml: (...values: unknown[]) => print('log', values),
    table: (value: unknown) => print('log', [value]),
    assert: (holds: unknown, ...values: unknown[]) => {
      if (holds) return;
      if (typeof values[0] === 'string') print('error', [`Assertion failed: ${values[0]}`, ...values.slice(1)]);
      else print('error', values.length > 0 ? ['Assertion failed:', ...values] : ['Assertion failed']);
    },
    count: (given?: unknown) => {
      const name = label(given);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      print('info', [`${name}: ${counts.get(name)}`]);
    },
    countReset: (given?: unknown) => void counts.delete(label(given)),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      depth = Math.max(0, depth - 1);
    },
    time: (given?: unknown) => void started.set(label(given), realm.now()),
    timeLog: (given?: unknown, ...values: unknown[]) => print('info', [elapsed(label(given)), ...values]),
    timeEnd: (given?: unknown) => {
      print('info', [elapsed(label(given))]);
      started.delete(label(given));
    },
    clear: () => undefined,
  };
  Object.defineProperty(globalThis, 'console', { value: console, writable: true, configurable: true });
}
