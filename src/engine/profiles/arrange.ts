/** Headers on the wire stand in an order that is a browser's own. */

import type { HeaderList } from '../contract';
import type { ParsedUrl } from '../infrastructure/urls';

const joinWithComma = (_name: string, before: string, value: string) => `${before}, ${value}`;

/**
 * `order`: header names; `*` stands for all that it does not name, in the order they were given. `fixed`: what the browser
 * adds to everything, unless the page has set it. `join`: what a name, lower case, that is given again comes to.
 */
export function arrange(
  order: readonly string[],
  url: ParsedUrl,
  headers: HeaderList,
  fixed: HeaderList,
  join: (name: string, before: string, value: string) => string = joinWithComma,
): HeaderList {
  const ranks = ranksOf(order);
  const rest = ranks.get('*') ?? order.length;
  const places = new Map<string, Placed>();
  const placed: Placed[] = [];
  const add = (lower: string, name: string, value: string): void => {
    const one: Placed = { header: [name, value], rank: ranks.get(lower) ?? rest };
    places.set(lower, one);
    placed.push(one);
  };
  add('host', 'Host', hostHeader(url));
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const before = places.get(lower);
    // A name goes on the wire once, its values joined.
    if (before) before.header[1] = join(lower, before.header[1], value);
    else add(lower, name, value);
  }
  for (const [name, value] of fixed) {
    const lower = name.toLowerCase();
    if (!places.has(lower)) add(lower, name, value);
  }
  placed.sort((one, other) => one.rank - other.rank);
  return placed.map(({ header: [name, value] }) => [name, withoutTrailingSpace(value)]);
}

interface Placed {
  header: [name: string, value: string];
  rank: number;
}

/** An empty value that was joined leaves a space, which is no part of a field value. https://httpwg.org/specs/rfc9110.html#fields.values */
function withoutTrailingSpace(value: string): string {
  return value.endsWith(' ') ? value.trimEnd() : value;
}

const cachedRanks = new WeakMap<readonly string[], Map<string, number>>();

function ranksOf(order: readonly string[]): Map<string, number> {
  let ranks = cachedRanks.get(order);
  if (!ranks) {
    ranks = new Map();
    for (const [index, name] of order.entries()) ranks.set(name.toLowerCase(), index);
    cachedRanks.set(order, ranks);
  }
  return ranks;
}

function hostHeader(url: ParsedUrl): string {
  const isDefault = (url.scheme === 'https' && url.port === 443) || (url.scheme === 'http' && url.port === 80);
  return isDefault || url.port === null ? url.hostname : `${url.hostname}:${url.port}`;
}
