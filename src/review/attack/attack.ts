import type { Scenario, Server } from '@/scenario/document';
import type { Exchange, RequestResult, SimulationResult, StateChange } from '@/scenario/result';
import { isSafe, targetsOf } from '../ask/targets';
import type { Simulate } from '../contract';
import { actualOf, outcomeOf, pageAt, staged } from '../demonstrate';
import { cookieGoes, cookieNames, cookieWords, visitorsCookies, type VisitorsCookies } from '../visitors-cookies';
import { originOf, type Attacker } from './attackers';
import { attemptsAt, fetchCode, withoutCredentials, WORDS, type Attempt, type Means } from './means';

/** What came of one request of the attacker's page. */
export interface Attacked {
  /** Origin of the server. */
  server: string;
  /** "POST /transfer" */
  request: string;
  means: Means;
  /** `preflight`: the browser asked, and sent nothing more. */
  arrives: 'yes' | 'preflight' | 'no';
  /** The browser asked before it sent this, or had asked, and the server allowed it. */
  isAllowed: boolean;
  /** The answer's status; 0 where there is none. */
  status: number;
  /** Names of the visitor's cookies that went along. */
  cookies: string[];
  /** Where it was sent with credentials and arrived: what became of the visitor's cookies. */
  visitors: VisitorsCookies | null;
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
    const around = { server, scenario, result, simulate, goes: new Map() };
    for (const attempt of targets.flatMap((target) => attemptsAt(target, target === firstSafe))) {
      const row = await tried(attempt, origin, around);
      if (!row) continue;
      rows.push(row);
      if (attempt.means !== 'fetch' || isSameWithout(row)) continue;
      const bare = await tried(withoutCredentials(attempt, remarkWithout(row)), origin, around);
      if (bare && gains(bare, row)) rows.push(bare);
    }
  }
  return rows;
}

/** It was read, and no cookies went along: without credentials the browser sends the same, and checks less. */
const isSameWithout = ({ reads, cookies }: Attacked): boolean => reads !== null && cookies.length === 0;

/** Whether the request without credentials does something that the one with them does not. */
function gains(bare: Attacked, row: Attacked): boolean {
  const arrives = bare.arrives === 'yes' && row.arrives !== 'yes';
  const reads = bare.reads !== null && row.reads === null;
  const changes = (bare.changes?.length ?? 0) > 0 && row.changes?.length === 0;
  return arrives || reads || changes;
}

function remarkWithout({ arrives, reads }: Attacked): string {
  const otherwise =
    arrives !== 'yes'
      ? ' With credentials the browser would not send it.'
      : reads === null
        ? ' With credentials the answer could not be read.'
        : '';
  return `Without credentials: no cookies go along.${otherwise}`;
}

interface Around {
  server: Server;
  scenario: Scenario;
  result: SimulationResult;
  simulate: Simulate;
  /** Whether a cookie would go along, by how the request is sent: tried once. */
  goes: Map<Means, boolean>;
}

async function tried(
  { means, target, request: name, code }: Attempt,
  origin: string,
  { server, scenario, result, simulate, goes }: Around,
): Promise<Attacked | undefined> {
  const who = origin === 'null' ? 'A sandboxed page' : origin;
  const stage = staged({ scenario, result }, `${who}: ${name} by ${WORDS[means]}`, {
    ...pageAt(origin),
    frontend: code,
  });
  const run = await simulate(stage);
  const request = outcomeOf(run);
  if (!request) return undefined;
  const actual = actualOf(run);
  const doesGo = async (): Promise<boolean> => {
    const known = goes.get(means) ?? (await cookieGoes(stage, server.origin, simulate));
    goes.set(means, known);
    return known;
  };
  const visitors =
    actual && means !== 'fetch-without-credentials' ? await visitorsCookies(actual, result.cookies, doesGo) : null;
  const isReadable = request.verdict === 'allowed' && ['cors', 'basic'].includes(request.response?.type ?? '');
  return {
    server: server.origin,
    request: name,
    means,
    arrives: actual ? 'yes' : request.exchanges.length > 0 ? 'preflight' : 'no',
    isAllowed: actual !== undefined && wasAsked(request, run),
    status: actual?.status ?? 0,
    cookies: actual ? cookieNames(actual) : [],
    visitors,
    changes: changesOf(run, scenario.servers),
    reads: isReadable ? (request.response?.body ?? '') : null,
    // The same run, but for a comment that says what was seen of the cookies.
    scenario:
      means === 'fetch' && visitors
        ? { ...stage, frontend: fetchCode(target, true, `With credentials: ${cookieWords(visitors)}.`) }
        : stage,
  };
}

/** A preflight, or one that an earlier visit left in the cache. */
function wasAsked({ id, exchanges }: RequestResult, run: SimulationResult): boolean {
  return (
    exchanges.some((exchange) => run.exchanges[exchange]?.kind === 'preflight') ||
    run.events.some(({ request, step }) => request === id && step === 'cache-hit')
  );
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
