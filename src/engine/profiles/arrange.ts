/** Headers on the wire stand in an order that is a browser's own. */

import type { HeaderList } from '../contract';
import type { ParsedUrl } from '../infrastructure/urls';

const NONE: ReadonlySet<string> = new Set();

/**
 * `order`: header names; `*` stands for all that it does not name, in the order they were given. `fixed`: what the browser
 * adds to everything, unless the page has set it. `singletons`: names, lower case, of which only the last value is sent.
 */
export function arrange(
  order: readonly string[],
  url: ParsedUrl,
  headers: HeaderList,
  fixed: HeaderList,
  singletons: ReadonlySet<string> = NONE,
): HeaderList {
  const ranks = ranksOf(order);
  const rest = ranks.get('*') ?? order.length;
  const rank = (name: string) => ranks.get(name.toLowerCase()) ?? rest;
  const given = new Set<string>();
  for (const [name] of headers) given.add(name.toLowerCase());
  const all: HeaderList = [['Host', hostHeader(url)], ...headers];
  for (const header of fixed) if (!given.has(header[0].toLowerCase())) all.push(header);
  return combineRepeated(all, singletons).sort(([a], [b]) => rank(a) - rank(b));
}

const cachedRanks = new WeakMap<readonly string[], Map<string, number>>();

function ranksOf(order: readonly string[]): Map<string, number> {
  let ranks = cachedRanks.get(order);
  if (!ranks) {
    ranks = new Map(order.map((name, index) => [name.toLowerCase(), index]));
    cachedRanks.set(order, ranks);
  }
  return ranks;
}

/** A name goes on the wire once, its values joined. */
function combineRepeated(headers: HeaderList, singletons: ReadonlySet<string>): HeaderList {
  const places = new Map<string, number>();
  const combined: HeaderList = [];
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const place = places.get(lower);
    const before = place === undefined ? undefined : combined[place];
    if (place === undefined || before === undefined) {
      places.set(lower, combined.length);
      combined.push([name, value]);
    } else combined[place] = [before[0], singletons.has(lower) ? value : `${before[1]}, ${value}`];
  }
  return combined;
}

function hostHeader(url: ParsedUrl): string {
  const isDefault = (url.scheme === 'https' && url.port === 443) || (url.scheme === 'http' && url.port === 80);
  return isDefault || url.port === null ? url.hostname : `${url.hostname}:${url.port}`;
}
