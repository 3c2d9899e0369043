/** The doors in the simulator, held against what a browser did: requests, decisive headers, events, console. */

import type { BrowserName } from '@/engine';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import type { HeaderPair, Observation, ObservedRequest } from '../recording';
import { comparedHeaders } from '../request-headers';
import { toScenario } from '../to-scenario';
import { toRecording, type Door } from './door';

const REPORT = "const report = (...words) => console.log(words.join(' '));";

export function doorScenario(door: Door, browser: BrowserName): Scenario {
  return { ...toScenario(toRecording(door), browser), frontend: `${REPORT}\n${door.code}` };
}

/** What was seen, as comparable text by kind. */
export interface Seen {
  events: string;
  requests: string;
  headers: string;
  console: string;
}
export const KINDS: readonly (keyof Seen)[] = ['events', 'requests', 'headers', 'console'];

export function seenInBrowser(door: Door, { steps }: Observation): Seen {
  const step = steps[0];
  return toSeen(door, step?.events ?? [], step?.requests ?? [], step?.console ?? []);
}

export function seenInSimulation(door: Door, result: SimulationResult): Seen {
  const events = result.console.filter(({ source, level }) => source === 'code' && level === 'log');
  const lines = result.console.filter(({ source }) => source === 'browser');
  const requests = result.exchanges.map(({ method, url, requestHeaders }) => ({
    method,
    url,
    headers: requestHeaders,
  }));
  const texts = events.map(({ text }) => text);
  return toSeen(
    door,
    result.error ? [...texts, `${result.error.name}: ${result.error.message}`] : texts,
    requests,
    lines,
  );
}

function toSeen(
  door: Door,
  events: readonly string[],
  requests: readonly ObservedRequest[],
  lines: readonly { level: string; text: string }[],
): Seen {
  const kept = comparedHeaders(toRecording(door));
  const headersOf = (headers: readonly HeaderPair[]): string =>
    kept(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  return {
    events: events.join('\n'),
    requests: requests.map(({ method, url }) => `${method} ${url}`).join('\n'),
    headers: requests.map(({ headers }) => headersOf(headers)).join('\n\n'),
    console: lines.map(({ level, text }) => `${level}: ${text}`).join('\n'),
  };
}

/** The kinds in which the two differ. */
export function differences(door: Door, observation: Observation, result: SimulationResult): (keyof Seen)[] {
  const [one, other] = [seenInBrowser(door, observation), seenInSimulation(door, result)];
  return KINDS.filter((kind) => one[kind] !== other[kind]);
}
