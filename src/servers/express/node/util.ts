/** Of Node's `util`: what Express's packages and common server code call. */

import { formatValue } from '@/realm/runtime';

type Constructor = { prototype: object };

export function inherits(constructor: Constructor & { super_?: unknown }, parent: Constructor): void {
  constructor.super_ = parent;
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

export function inspect(value: unknown): string {
  return formatValue(value);
}
inspect.custom = Symbol.for('nodejs.util.inspect.custom');

export function format(...values: unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : formatValue(value))).join(' ');
}

export function deprecate<T>(deprecated: T): T {
  return deprecated;
}

type Callback = (error: unknown, value?: unknown) => void;
export function promisify(original: (...given: [...unknown[], Callback]) => void) {
  return (...given: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => original(...given, (error, value) => (error ? reject(error) : resolve(value))));
}

export const types = {};

export default { inherits, inspect, format, deprecate, promisify, types };
