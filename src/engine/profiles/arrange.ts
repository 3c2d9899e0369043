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
  const { ranks, rest } = ranksOf(order);
  const named: (Header | undefined)[] = [];
  const others: Header[] = [];
  const placeOf = (name: string): number => ranks.get(name) ?? ranks.get(name.toLowerCase()) ?? rest;
  const find = (name: string, place: number): Header | undefined =>
    place === rest ? others.find((other) => other[0].toLowerCase() === name.toLowerCase()) : named[place];
  const put = (header: Header, place: number): void => {
    if (place === rest) others.push(header);
    else named[place] = header;
  };
  put(['Host', hostHeader(url)], placeOf('Host'));
  for (const [name, value] of headers) {
    const place = placeOf(name);
    const before = find(name, place);
    // A name goes on the wire once, its values joined.
    if (before) before[1] = join(name.toLowerCase(), before[1], value);
    else put([name, value], place);
  }
  for (const [name, value] of fixed) {
    const place = placeOf(name);
    if (!find(name, place)) put([name, value], place);
  }
  const arranged: Header[] = [];
  for (let place = 0; place <= order.length; place += 1) {
    const header = named[place];
    if (header) arranged.push(header);
    if (place === rest) arranged.push(...others);
  }
  for (const header of arranged) header[1] = withoutTrailingSpace(header[1]);
  return arranged;
}

type Header = [name: string, value: string];

/** An empty value that was joined leaves a space, which is no part of a field value. https://httpwg.org/specs/rfc9110.html#fields.values */
function withoutTrailingSpace(value: string): string {
  return value.endsWith(' ') ? value.trimEnd() : value;
}

interface Ranks {
  /** By name, as the order has it and in lower case. */
  ranks: ReadonlyMap<string, number>;
  /** Of all other names. */
  rest: number;
}

const cachedRanks = new WeakMap<readonly string[], Ranks>();

function ranksOf(order: readonly string[]): Ranks {
  let known = cachedRanks.get(order);
  if (!known) {
    const ranks = new Map<string, number>();
    for (const [index, name] of order.entries()) ranks.set(name, index).set(name.toLowerCase(), index);
    known = { ranks, rest: ranks.get('*') ?? order.length };
    cachedRanks.set(order, known);
  }
  return known;
}

function hostHeader(url: ParsedUrl): string {
  const isDefault = (url.scheme === 'https' && url.port === 443) || (url.scheme === 'http' && url.port === 80);
  return isDefault || url.port === null ? url.hostname : `${url.hostname}:${url.port}`;
}
