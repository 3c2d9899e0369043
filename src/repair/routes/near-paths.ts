import { wordSlips } from '../word-slips';

export interface NearPath {
  path: string;
  /** Slips between this path and the one that was asked for; a prefix or a slash too few or too many is one. */
  distance: number;
}

/**
 * Paths that may have been meant, the nearest first: what routes answer, and what is usually forgotten.
 * @param asked a path, percent-encoded as in a URL
 * @param routes as servers write them: `/users/:id`, `/users/<int:id>`, `/files/*`
 */
export function nearPaths(asked: string, routes: readonly string[]): NearPath[] {
  const found = new Map<string, number>();
  const add = ({ path, distance }: NearPath): void => {
    if (path !== asked && distance < (found.get(path) ?? Infinity)) found.set(path, distance);
  };
  for (const route of routes) for (const variant of variantsOf(route)) fits(asked, variant).forEach(add);
  // What code makes up as it runs is nowhere written: these are the usual slips.
  for (const path of usualSlips(asked, routes)) if (!found.has(path)) add({ path, distance: 1.5 });
  return [...found]
    .map(([path, distance]) => ({ path, distance }))
    .sort((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1));
}

/** A route answers at this path. */
export function isAt(path: string, route: string): boolean {
  return variantsOf(route).some((variant) => {
    const wanted = segmentsOf(variant);
    const given = segmentsOf(path);
    return (
      wanted.length === given.length && wanted.every((segment, at) => isParameter(segment) || segment === given[at])
    );
  });
}

/** Express 5 puts what may be left out in braces: `/users{/:id}`. */
function variantsOf(route: string): string[] {
  const optional = /\{([^{}]*)\}/;
  const [whole, inner] = optional.exec(route) ?? [];
  if (whole === undefined) return [route];
  return [route.replace(whole, ''), route.replace(whole, inner!)].flatMap(variantsOf);
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');
const endsWithSlash = (path: string): boolean => path.length > 1 && path.endsWith('/');

/** So many segments may be missing in front, or be too many there: `/api`, `/api/v1`. */
const MOST_PREFIX = 2;

/** The path of `route` that resembles what was asked for, where one does. */
function fits(asked: string, route: string): NearPath[] {
  const isPrefix = /(^|\/)(\*\w*|<path:\w+>)$/.test(route);
  const wanted = segmentsOf(route.replace(/(\*\w*|<path:\w+>)$/, ''));
  const given = segmentsOf(asked);
  if (wanted.every(isParameter)) return [];
  const found: NearPath[] = [];
  for (let shift = -MOST_PREFIX; shift <= MOST_PREFIX; shift += 1) {
    const [head, rest] = shift < 0 ? [wanted.slice(0, -shift), given] : [[], given.slice(shift)];
    if (head.some(isParameter) || rest.length < 1) continue;
    const body = wanted.slice(head.length);
    if (body.length === 0 || rest.length < body.length || (!isPrefix && rest.length > body.length)) continue;
    const slips = body.map((segment, at) => (isParameter(segment) ? 0 : wordSlips(rest[at]!, segment)));
    if (slips.includes(Infinity)) continue;
    const meant = [...head, ...body.map((segment, at) => (isParameter(segment) ? rest[at]! : segment))];
    const tail = isPrefix ? rest.slice(body.length) : [];
    const hasSlash = isPrefix && tail.length > 0 ? endsWithSlash(asked) : endsWithSlash(route);
    found.push({
      path: `/${[...meant, ...tail].join('/')}${hasSlash || (isPrefix && tail.length === 0) ? '/' : ''}`,
      distance:
        slips.reduce((sum, one) => sum + one, 0) +
        Math.abs(Math.sign(shift)) +
        (hasSlash === endsWithSlash(asked) ? 0 : 1),
    });
  }
  return found;
}

const isParameter = (segment: string): boolean => /^:|^<|\(|^\*/.test(segment);

/** A slash, a plural, capitals, and a prefix: `/api`, or one that a route of the server has. */
function usualSlips(asked: string, routes: readonly string[]): string[] {
  const given = segmentsOf(asked);
  if (given.length === 0) return [];
  const joined = (segments: readonly string[]): string => `/${segments.join('/')}${endsWithSlash(asked) ? '/' : ''}`;
  const prefixes = new Set(['api', ...routes.flatMap((route) => segmentsOf(route).slice(0, -1).slice(0, 1))]);
  return [
    endsWithSlash(asked) ? asked.slice(0, -1) : `${asked}/`,
    ...given.flatMap((segment, at) =>
      /^[a-z]{3,}$/i.test(segment)
        ? [joined(given.with(at, segment.endsWith('s') ? segment.slice(0, -1) : `${segment}s`))]
        : [],
    ),
    joined(given.map((segment) => segment.toLowerCase())),
    ...[...prefixes]
      .filter((prefix) => !isParameter(prefix) && !prefix.includes('*'))
      .map((prefix) => joined([prefix, ...given])),
    ...(given.length > 1 ? [joined(given.slice(1))] : []),
  ];
}
