/**
 * Small combinators for checking a value of unknown shape.
 * A check adds every problem it finds, with the path in the document, and never throws.
 */

export interface ScenarioError {
  /** Where in the document, as `servers[0].routes[2].status`; empty for the document itself. */
  path: string;
  /** As `expected 200–599 or 101, got "abc"`. */
  message: string;
}

export type Check = (value: unknown, path: string, errors: ScenarioError[]) => void;
export type Shape = Record<string, Check>;

const longestExcerpt = 60;

/** How a message names what was found in place of the expected. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (value !== null && typeof value === 'object') return 'an object';
  const text = isString(value) ? JSON.stringify(value) : String(value as unknown);
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
}

/** The check that `accepts` says yes to, described as `expected`. */
export function rule(expected: string, accepts: (value: unknown) => boolean): Check {
  return (value, path, errors) => {
    if (!accepts(value)) errors.push({ path, message: `expected ${expected}, got ${describe(value)}` });
  };
}

export const isString = (value: unknown): value is string => typeof value === 'string';

export const string = rule('a string', isString);
export const boolean = rule('true or false', (value) => typeof value === 'boolean');

export function matching(expected: string, accepts: (text: string) => boolean): Check {
  return rule(expected, (value) => isString(value) && accepts(value));
}

export function integerBetween(lowest: number, highest: number): Check {
  return rule(
    `${lowest}–${highest}`,
    (value) => Number.isInteger(value) && (value as number) >= lowest && (value as number) <= highest,
  );
}

export function oneOf(...allowed: readonly (string | number)[]): Check {
  const words = allowed.map((value) => JSON.stringify(value));
  const last = words.pop();
  const expected = words.length === 0 ? `${last}` : `${words.join(', ')} or ${last}`;
  return rule(expected, (value) => allowed.some((each) => each === value));
}

export function optional(check: Check): Check {
  return (value, path, errors) => {
    if (value !== undefined) check(value, path, errors);
  };
}

export function arrayOf(check: Check): Check {
  return (value, path, errors) => {
    if (!Array.isArray(value)) return void errors.push({ path, message: `expected an array, got ${describe(value)}` });
    value.forEach((item, index) => check(item, `${path}[${index}]`, errors));
  };
}

export function recordOf(check: Check): Check {
  return (value, path, errors) => {
    if (!isObject(value)) return void errors.push({ path, message: `expected an object, got ${describe(value)}` });
    for (const [name, item] of Object.entries(value)) check(item, member(path, name), errors);
  };
}

/** Members not named in the shape are left alone: documents of later versions may have more. */
export function object(shape: Shape): Check {
  return (value, path, errors) => {
    if (!isObject(value)) return void errors.push({ path, message: `expected an object, got ${describe(value)}` });
    for (const [name, check] of Object.entries(shape)) {
      check(Object.hasOwn(value, name) ? value[name] : undefined, member(path, name), errors);
    }
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
