import type { PreflightCacheEntry, StoredCookie } from '@/engine';
import { isSameCookie } from '@/engine/infrastructure/same-cookie';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { isOthers } from './keeps';
import { stopsOf } from './stops';

/** Permissions that the browser keeps for one URL, from a stop on. */
export interface KeptPermission {
  url: string;
  /** The page that asked. */
  origin: string;
  credentials: boolean;
  methods: string[];
  /** Names of headers. */
  names: string[];
  /** Simulated milliseconds since the run began; negative where an earlier run, whose state was kept, stored it. */
  stored: number;
  expires: number;
  /** Stops from which it is there, and from which it is gone; null: it is still there when the run ends. */
  from: number;
  until: number | null;
  /** Stops at which it spared a preflight. */
  hits: number[];
}

export interface KeptCookie {
  cookie: StoredCookie;
  from: number;
  until: number | null;
}

/** What the browser keeps between requests, in the order it came. */
export interface Kept {
  permissions: KeptPermission[];
  cookies: KeptCookie[];
}

/** Reads it from the run's events; whoever it is that judges what counts, it is not done here. */
export function keptOf(result: SimulationResult, scenario: Scenario): Kept {
  const { known } = stopsOf(result);
  const permissions: KeptPermission[] = [];
  const cookies: KeptCookie[] = [];
  result.events.forEach((event, index) => {
    const stop = Math.max(0, known[index] ?? 0);
    if (isOthers(event, scenario)) return;
    if (event.cookie) keepCookie(cookies, event.cookie, event.at, stop);
    if (event.cache) keepPermissions(permissions, event.cache, stop, event.answer === 'yes', keyOf(event, result));
  });
  return { permissions, cookies };
}

/** Whether it is there at a stop; what had expired still is at the stop that finds it so. */
export function isKeptAt(item: KeptPermission | KeptCookie, stop: number, now: number): boolean {
  if (item.from > stop) return false;
  if (item.until === null || item.until > stop) return true;
  return item.until === stop && 'expires' in item && item.expires <= now;
}

type Key = { url: string | undefined };

function keyOf(event: SimulationResult['events'][number], result: SimulationResult): Key {
  const entry = event.cache?.[0];
  const exchange = result.exchanges.find(({ id }) => id === event.exchange);
  return { url: entry?.url ?? exchange?.url ?? result.requests[event.request ?? -1]?.url };
}

/** Brings what is known of a URL's permissions to what the cache now holds for it. */
function keepPermissions(
  kept: KeptPermission[],
  held: readonly PreflightCacheEntry[],
  stop: number,
  hit: boolean,
  { url }: Key,
): void {
  const groups = new Map<string, KeptPermission>();
  for (const entry of held) {
    const key = [entry.credentials, entry.stored, entry.expires, entry.partition].join(' ');
    const group = groups.get(key);
    if (group) {
      group.methods.push(...entry.methods);
      group.names.push(...entry.headerNames);
    } else groups.set(key, permissionOf(entry, stop));
  }
  const now = [...groups.values()];
  for (const old of kept)
    if (old.url === url && old.until === null && !now.some((one) => isSame(one, old))) old.until = stop;
  for (const one of now) {
    const old = kept.find((candidate) => candidate.until === null && isSame(one, candidate));
    if (!old) kept.push(one);
    if (hit) (old ?? one).hits.push(stop);
  }
}

function permissionOf(entry: PreflightCacheEntry, from: number): KeptPermission {
  const { url, origin, credentials, stored, expires } = entry;
  const [methods, names] = [[...entry.methods], [...entry.headerNames]];
  return { url, origin, credentials, methods, names, stored, expires, from, until: null, hits: [] };
}

function isSame(a: KeptPermission, b: KeptPermission): boolean {
  return (
    a.url === b.url &&
    a.origin === b.origin &&
    a.credentials === b.credentials &&
    a.stored === b.stored &&
    a.expires === b.expires &&
    a.methods.join() === b.methods.join() &&
    a.names.join() === b.names.join()
  );
}

function keepCookie(kept: KeptCookie[], cookie: StoredCookie, at: number, stop: number): void {
  for (const old of kept) if (old.until === null && isSameCookie(old.cookie, cookie)) old.until = stop;
  if (cookie.expires === null || cookie.expires > at) kept.push({ cookie, from: stop, until: null });
}
