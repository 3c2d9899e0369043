/** Reading an envelope's JSON: what is not as expected is an error that names it. */

export class WireError extends Error {
  override readonly name = 'WireError';
}

export type Fields = Readonly<Record<string, unknown>>;

/** JSON in ASCII: a header can carry it. Members that are undefined are left out. */
export function toAscii(fields: Fields): string {
  return JSON.stringify(fields).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function parseAscii(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WireError('The envelope is not JSON');
  }
  return asFields(value, 'the envelope');
}

export function asFields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError(`${name}: expected an object`);
  }
  return value as Fields;
}

export function asString(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new WireError(`${name}: expected a string`);
  return value;
}

export function asInteger(fields: Fields, name: string): number {
  const value = fields[name];
  if (!Number.isSafeInteger(value)) throw new WireError(`${name}: expected a whole number`);
  return value as number;
}

export function asArray(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new WireError(`${name}: expected an array`);
  return value;
}

export function asOptional<T>(fields: Fields, name: string, read: (fields: Fields, name: string) => T): T | undefined {
  return fields[name] === undefined ? undefined : read(fields, name);
}
