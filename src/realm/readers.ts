/** Readers of untrusted values: each gives back a value of its type, made anew, or throws a TypeError that names the place. */

export type Reader<T> = (value: unknown, at: string) => T;

function wrong(at: string, expected: string, value: unknown): TypeError {
  const got = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : value === null ? 'null' : typeof value;
  return new TypeError(`${at}: expected ${expected}, got ${got}`);
}

/** @param longest in UTF-16 code units */
export function string(longest: number): Reader<string> {
  return (value, at) => {
    if (typeof value !== 'string') throw wrong(at, 'a string', value);
    if (value.length > longest)
      throw new TypeError(`${at}: expected at most ${longest} characters, got ${value.length}`);
    return value;
  };
}

export const boolean: Reader<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw wrong(at, 'true or false', value);
  return value;
};

export const bytes: Reader<Uint8Array> = (value, at) => {
  if (!(value instanceof Uint8Array)) throw wrong(at, 'bytes', value);
  return value;
};

export function integer(least: number, most: number): Reader<number> {
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      throw wrong(at, `an integer from ${least} to ${most}`, value);
    }
    return value;
  };
}

export function oneOf<T extends string>(...words: T[]): Reader<T> {
  return (value, at) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw wrong(at, words.map((word) => JSON.stringify(word)).join(' or '), value);
    return found;
  };
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null ? null : read(value, at));
}

/** A member that may be left out. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined ? undefined : read(value, at));
}

export function array<T>(read: Reader<T>, longest: number): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, 'an array', value);
    if (value.length > longest) throw new TypeError(`${at}: expected at most ${longest} members, got ${value.length}`);
    return value.map((member, index) => read(member, `${at}[${index}]`));
  };
}

export function tuple<A, B>(first: Reader<A>, second: Reader<B>): Reader<[A, B]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== 2) throw wrong(at, 'a pair', value);
    return [first(value[0], `${at}[0]`), second(value[1], `${at}[1]`)];
  };
}

type Members<T> = { [Name in keyof T]-?: Reader<T[Name]> };

/** Members that are not named are dropped; optional members stay absent where they are absent. */
export function object<T extends object>(members: Members<T>): Reader<T> {
  const names = Object.keys(members) as (keyof T & string)[];
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, 'an object', value);
    const read: Partial<T> = {};
    for (const name of names) {
      const member = members[name](Object.hasOwn(value, name) ? (value as T)[name] : undefined, `${at}.${name}`);
      if (member !== undefined) read[name] = member;
    }
    return read as T;
  };
}
