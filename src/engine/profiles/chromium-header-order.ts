/**
 * The order in which Chromium goes through the headers of a request: that of the buckets of Blink's HTTPHeaderMap, a
 * WTF::HashTable keyed by name. It decides the order on the wire, and which of several refused headers an error names.
 */

import { rapidhash } from './rapidhash';

/** What Blink adds to the map after the page's headers, in this order. The hints go to trustworthy URLs only. */
const CLIENT_HINTS = ['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'];
const SMALLEST_TABLE = 8;
const REMEMBERED = 500;

const orders = new Map<string, readonly string[]>();

/** `names`: of the page's headers, as they were given; `sorted`: fetch() hands them over in order, XMLHttpRequest does not. */
export function headerMapOrder(names: readonly string[], sorted: boolean, hints: boolean): readonly string[] {
  const lower = names.map((name) => name.toLowerCase());
  if (sorted) lower.sort();
  const key = `${hints ? '+' : '-'}${lower.join(',')}`;
  let order = orders.get(key);
  if (!order) {
    const inserted = sorted ? lower : tableOrder(lower);
    order = tableOrder([...inserted, ...(hints ? CLIENT_HINTS : []), 'user-agent']);
    if (orders.size >= REMEMBERED) orders.clear();
    orders.set(key, order);
  }
  return order;
}

/** The keys of a WTF::HashTable in bucket order, after they have been inserted one by one. */
function tableOrder(keys: readonly string[]): string[] {
  let table = emptyTable(SMALLEST_TABLE);
  let size = 0;
  for (const key of keys) {
    if (!insert(table, key)) continue;
    size += 1;
    if (size * 2 < table.length) continue;
    const larger = emptyTable(table.length * 2);
    for (const kept of table) if (kept !== undefined) insert(larger, kept);
    table = larger;
  }
  return table.filter((key) => key !== undefined);
}

function emptyTable(length: number): (string | undefined)[] {
  return Array.from({ length });
}

/** False when it is there already. */
function insert(table: (string | undefined)[], key: string): boolean {
  const mask = table.length - 1;
  let bucket = hashOf(key) & mask;
  for (let probe = 1; ; probe += 1) {
    const held = table[bucket];
    if (held === key) return false;
    if (held === undefined) {
      table[bucket] = key;
      return true;
    }
    bucket = (bucket + probe) & mask;
  }
}

const hashes = new Map<string, number>();

/** The top eight bits are kept for flags, and no hash is zero. */
function hashOf(name: string): number {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = Number(rapidhash(name) & 0xffffffn) || 0x800000;
    if (hashes.size >= REMEMBERED) hashes.clear();
    hashes.set(name, hash);
  }
  return hash;
}
