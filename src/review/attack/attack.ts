import { headerValue } from '@/explain/headers';
import type { Scenario, Server } from '@/scenario/document';
import type { Exchange, SimulationResult, StateChange } from '@/scenario/result';
import { isSafe, targetsOf } from '../ask/targets';
import type { Simulate } from '../contract';
import { outcomeOf, pageAt, staged } from '../demonstrate';
import { originOf, type Attacker } from './attackers';
import { attemptsAt, withoutCredentials, type Attempt, type Means } from './means';

/** What came of one request of the attacker's page. */
export interface Attacked {
  /** Origin of the server. */
  server: string;
  /** "POST /transfer" */
  request: string;
  means: Means;
  /** `preflight`: the browser asked, and sent nothing more. */
  arrives: 'yes' | 'preflight' | 'no';
  /** The answer's status; 0 where there is none. */
  status: number;
  /** Names of the visitor's cookies that went along. */
  cookies: string[];
  /** What changed in the server's variables; null: a server that took part is not watched. */
  changes: StateChange[] | null;
  /** What the page's code could read; null: nothing. */
  reads: string | null;
  /** The run, to be opened. */
  scenario: Scenario;
}

/** Of one server, so many requests are tried. */
const MOST_TARGETS = 6;

/**
 * What a page of an attacker could read of the scenario's servers, and what it could do although it may not read: each request
 * is sent in a run of its own, by a browser that has the learner's cookies and earlier visits behind it.
 */
export async function attack(
  attacker: Attacker,
  scenario: Scenario,
  result: SimulationResult,
  simulate: Simulate,
): Promise<Attacked[]> {
  const rows: Attacked[] = [];
  for (const server of scenario.servers) {
    const targets = targetsOf(server, scenario, result).slice(0, MOST_TARGETS);
    const firstSafe = targets.find(isSafe);
    const origin = originOf(attacker, server, scenario);
    for (const attempt of targets.flatMap((target) => attemptsAt(target, target === firstSafe))) {
      const row = await tried(attempt, origin, server, scenario, result, simulate);
      if (!row) continue;
      const again = attempt.means === 'fetch' && row.arrives === 'yes' && row.reads === null;
      const bare = again
        ? await tried(withoutCredentials(attempt), origin, server, scenario, result, simulate)
        : undefined;
      rows.push(row, ...(bare && bare.reads !== null ? [bare] : []));
    }
  }
  return rows;
}

async function tried(
  { means, request: name, code }: Attempt,
  origin: string,
  server: Server,
  scenario: Scenario,
  result: SimulationResult,
  simulate: Simulate,
): Promise<Attacked | undefined> {
  const who = origin === 'null' ? 'A sandboxed page' : origin;
  const stage = staged({ scenario, result }, `${who}: ${name} by ${WORDS[means]}`, {
    ...pageAt(origin),
    frontend: code,
  });
  const run = await simulate(stage);
  const request = outcomeOf(run);
  if (!request) return undefined;
  const own = request.exchanges.flatMap((id) => run.exchanges[id] ?? []);
  const actual = own.findLast(({ kind }) => kind === 'actual');
  const isReadable = request.verdict === 'allowed' && ['cors', 'basic'].includes(request.response?.type ?? '');
  return {
    server: server.origin,
    request: name,
    means,
    arrives: actual ? 'yes' : own.length > 0 ? 'preflight' : 'no',
    status: actual?.status ?? 0,
    cookies: actual ? cookieNames(headerValue(actual.requestHeaders, 'cookie')) : [],
    changes: changesOf(run, scenario.servers),
    reads: isReadable ? (request.response?.body ?? '') : null,
    scenario: stage,
  };
}

export const WORDS: Record<Means, string> = {
  fetch: 'fetch',
  'fetch-without-credentials': 'fetch without credentials',
  'no-cors': 'no-cors fetch',
  form: 'form',
  image: 'image',
};

function cookieNames(value: string | null): string[] {
  return (value ?? '')
    .split(';')
    .map((pair) => pair.split('=')[0]!.trim())
    .filter((name) => name !== '');
}

/** Of all servers that took part: a proxy changes nothing itself, what stands behind it may. */
function changesOf(
  { serverState = [], exchanges }: SimulationResult,
  servers: readonly Server[],
): StateChange[] | null {
  const isOwn = (exchange: Exchange | undefined): boolean => exchange !== undefined && exchange.visit === undefined;
  const unwatched = new Set(servers.filter(({ kind }) => UNWATCHED.has(kind)).map((server) => server.origin));
  if (exchanges.some((exchange) => isOwn(exchange) && unwatched.has(new URL(exchange.url).origin))) return null;
  return serverState.flatMap(({ changes }) =>
    changes.filter(({ exchange }) => exchange !== undefined && isOwn(exchanges[exchange])),
  );
}

/** Their variables are not looked into: docs/review.md says so. */
const UNWATCHED: ReadonlySet<Server['kind']> = new Set(['flask', 'django']);
