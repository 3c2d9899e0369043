/** One value on one line, as Chromium's console previews it: `{id: 1, name: 'Ada'}`, `(2) [1, 2]`, `TypeError: Failed to fetch`. */

const DEPTH = 4;
const MEMBERS = 100;

/** Shims print what their class says, not their private fields: a method under this symbol gives the members to show. */
export const PREVIEW = Symbol('preview');

export function formatValue(value: unknown, depth = 0, seen: readonly unknown[] = []): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'bigint':
      return `${value}n`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'symbol':
      return value.toString();
    case 'function':
      return formatFunction(value);
    case 'object':
      if (value === null) return 'null';
      try {
        return formatObject(value, depth, seen);
      } catch {
        return '{…}';
      }
    default:
      return String(value);
  }
}

function quote(text: string): string {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
  return mark + escaped.replaceAll(mark, `\\${mark}`) + mark;
}

function formatFunction(value: object): string {
  const source = Function.prototype.toString.call(value);
  const name = (value as { name?: unknown }).name;
  if (/^class\b/.test(source)) return `class ${String(name)}`;
  return `ƒ ${String(name)}()`;
}

function formatObject(value: object, depth: number, seen: readonly unknown[]): string {
  if (seen.includes(value)) return '[Circular *1]';
  if (isError(value)) return formatError(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toString();
  if (value instanceof RegExp) return String(value);
  const name = className(value);
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return `${name} {${formatValue(value.valueOf())}}`;
  }
  if (value instanceof Promise) return 'Promise {<pending>}';
  if (depth >= DEPTH) return Array.isArray(value) ? `Array(${value.length})` : name === 'Object' ? '{…}' : name;

  const inner = (member: unknown): string => formatValue(member, depth + 1, [...seen, value]);
  if (Array.isArray(value)) {
    const list = preview(value, (member) => inner(member));
    return value.length > 1 ? `(${value.length}) [${list}]` : `[${list}]`;
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const bytes = [...(value as Uint8Array)];
    return `${name}(${bytes.length}) [${preview(bytes, inner)}]`;
  }
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`;
  if (value instanceof Map) {
    return `Map(${value.size}) {${preview([...value], ([key, member]) => `${inner(key)} => ${inner(member)}`)}}`;
  }
  if (value instanceof Set) return `Set(${value.size}) {${preview([...value], inner)}}`;

  const show = (value as { [PREVIEW]?: () => [string, unknown][] })[PREVIEW];
  const members = show ? show.call(value) : ownMembers(value);
  const list = preview(members, ([key, member]) => `${key}: ${inner(member)}`);
  return name === 'Object' ? `{${list}}` : `${name} {${list}}`;
}

function ownMembers(value: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([, descriptor]) => descriptor.enumerable)
    .map(([key, descriptor]) => [
      /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : quote(key),
      'value' in descriptor ? descriptor.value : descriptor.get?.call(value),
    ]);
}

function preview<T>(members: readonly T[], format: (member: T) => string): string {
  const shown = members.slice(0, MEMBERS).map(format);
  if (members.length > MEMBERS) shown.push('…');
  return shown.join(', ');
}

export function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

/** `TypeError: Failed to fetch`: name and message, without the stack, which differs from engine to engine. */
export function formatError(error: Error): string {
  const name = String(error.name || 'Error');
  const message = String(error.message ?? '');
  return message === '' ? name : `${name}: ${message}`;
}

function className(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return 'Object';
  const tag = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  if (typeof tag === 'string' && tag !== '') return tag;
  const name = (value.constructor as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' && name !== '' ? name : 'Object';
}
