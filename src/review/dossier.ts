import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Scenario, Server } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { allowOrigin } from './ask/answers';
import { ask, type Answer, type Probe } from '@/simulation/ask';
import { isSafe, nameOf, targetsOf, type Target } from './ask/targets';
import type { Simulate } from './contract';
import { mutationsOf, type Mutation } from '@/explain/origins/mutations';
import { EVIL } from '@/explain/origins/strangers';
import { say, type Sentence } from '@/explain/sentence';
import { seedsOf } from './origins/seeds';

/** Another stranger than EVIL: who lets in both lets in everybody. */
export const STRANGER = 'https://stranger.example.net';

/** What one server answered, and what it was asked: all that the findings are made from. */
export interface Dossier {
  scenario: Scenario;
  /** The learner's own run. */
  result: SimulationResult;
  server: Server;
  targets: Target[];
  /** An origin that the server lets in by name, the page's own where it can be; else the page's. */
  trusted: string;
  /** Answers to what the page could ask: the request as it is, put by an origin. */
  actual: (target: Target, origin: string | null) => Answer | undefined;
  /** The preflight that a browser would put before the request. */
  preflight: (target: Target, origin: string) => Answer | undefined;
  /** Requests that one origin put twice in a row and that allowed it only once. */
  fickle: Target[];
  /** Without cookies, Authorization, or a readable body; and of a path that is not there. */
  failing: Answer[];
  /** Origins let in by name (not through `*`), with the request that showed it. */
  allowed: Map<string, Target>;
  /** Of origins like those, the ones that are let in too. */
  slipped: (Mutation & { like: string; target: Target })[];
  probes: number;
  origins: string[];
  simulate: Simulate;
}

/** Asks a server everything that the findings need. */
export async function investigate(
  server: Server,
  scenario: Scenario,
  result: SimulationResult,
  simulate: Simulate,
): Promise<Dossier> {
  const targets = targetsOf(server, scenario, result).sort((a, b) => Number(isSafe(b)) - Number(isSafe(a)));
  const answers = new Map<string, Answer>();
  let probes = 0;
  const put = async (asked: readonly Probe[]): Promise<(Answer | undefined)[]> => {
    const given = await ask(scenario, result.cookies, asked, simulate);
    for (const answer of given) {
      if (!answer) continue;
      probes += 1;
      if (!answers.has(keyOf(answer.probe))) answers.set(keyOf(answer.probe), answer);
    }
    return given;
  };

  const page = originOfPage(scenario.page, scenario.sandbox);
  const askers = [...new Set([null, page, EVIL, STRANGER, 'null'])];
  await put(
    targets.flatMap((target) => [
      ...askers.map((origin) => actualProbe(target, origin)),
      ...[...new Set([page, EVIL])].map((origin) => preflightProbe(target, origin)),
    ]),
  );

  const actual: Dossier['actual'] = (target, origin) => answers.get(keyOf(actualProbe(target, origin)));
  const preflight: Dossier['preflight'] = (target, origin) => answers.get(keyOf(preflightProbe(target, origin)));

  const allowed = new Map<string, Target>();
  const slipped: Dossier['slipped'] = [];
  const tried = new Set<string>([EVIL, STRANGER, page]);
  const shows = (target: Target, origin: string): boolean => {
    const seen = actual(target, origin) ?? preflight(target, origin);
    return seen !== undefined && allowOrigin(seen.exchange) === origin;
  };
  for (const target of representatives(targets, actual, page)) {
    if (shows(target, EVIL) && shows(target, STRANGER)) continue;
    const seeds = [...new Set([...seedsOf(server, scenario), page])].filter((origin) => origin !== 'null');
    await put(seeds.map((origin) => actualProbe(target, origin)));
    const known = seeds.filter((origin) => shows(target, origin));
    const near = known
      .slice(0, MOST_LIKENESSES)
      .flatMap((like) => mutationsOf(like).map((mutation) => ({ ...mutation, like })));
    await put(near.map(({ origin }) => actualProbe(target, origin)));
    for (const origin of [...seeds, ...near.map(({ origin: close }) => close)]) tried.add(origin);
    for (const origin of known) if (!allowed.has(origin)) allowed.set(origin, target);
    slipped.push(
      ...near
        .filter(({ origin, difference }) => (isOthers(difference) || !known.includes(origin)) && shows(target, origin))
        .map((mutation) => ({ ...mutation, target })),
    );
  }

  const trusted = [page, ...allowed.keys()].find((origin) => allowed.has(origin)) ?? page;
  const safe = targets.filter(isSafe);
  const last = await put([
    ...safe.flatMap((target) => [actualProbe(target, trusted), actualProbe(target, trusted)]),
    ...targets.flatMap((target) => [actualProbe(target, trusted), preflightProbe(target, trusted)]),
    ...failingProbes(server, targets, trusted),
  ]);
  const fickle = safe.filter((_, index) => {
    const [first, second] = [last[2 * index], last[2 * index + 1]];
    return first && second && allowOrigin(first.exchange) !== allowOrigin(second.exchange);
  });
  const failing = last.slice(2 * safe.length + 2 * targets.length).filter((answer) => answer !== undefined);
  return {
    scenario,
    result,
    server,
    targets,
    trusted,
    actual,
    preflight,
    fickle,
    failing,
    allowed,
    slipped,
    probes,
    origins: [...tried, 'null'],
    simulate,
  };
}

/** The name is another's, so it is not one that the server means. */
const isOthers = (difference: Mutation['difference']): boolean =>
  ['end', 'short', 'beginning', 'dot'].includes(difference);

/** So many of the origins that are let in are varied. */
const MOST_LIKENESSES = 12;

function actualProbe({ method, url, headers, body }: Target, origin: string | null): Probe {
  return { method, url, origin, headers, body, cookies: true };
}

function preflightProbe({ method, url, headers }: Target, origin: string): Probe {
  const names = headers.map(([name]) => name.toLowerCase()).sort();
  const asks: [string, string][] = [
    ['Access-Control-Request-Method', method],
    ...(names.length > 0 ? [['Access-Control-Request-Headers', names.join(',')] satisfies [string, string]] : []),
  ];
  return { method: 'OPTIONS', url, origin, headers: asks, body: null, cookies: false };
}

function keyOf({ method, url, origin, headers, body, cookies }: Probe): string {
  return JSON.stringify([method, url, origin, headers, body, cookies]);
}

/** One request of each policy: routes that treat strangers alike are looked at once. */
function representatives(targets: readonly Target[], actual: Dossier['actual'], page: string): Target[] {
  const seen = new Map<string, Target>();
  for (const target of targets) {
    const said = [page, EVIL, 'null', null].map((origin) => {
      const exchange = actual(target, origin)?.exchange;
      const value = exchange ? allowOrigin(exchange) : null;
      return value === null ? null : value === origin ? 'itself' : value;
    });
    const key = JSON.stringify(said);
    if (!seen.has(key)) seen.set(key, target);
  }
  return [...seen.values()].slice(0, MOST_POLICIES);
}

const MOST_POLICIES = 4;

function failingProbes(server: Server, targets: readonly Target[], origin: string): Probe[] {
  const bare = targets.map(({ headers, ...target }) => ({
    ...actualProbe({ ...target, headers: headers.filter(([name]) => !/^authorization$/i.test(name)) }, origin),
    cookies: false,
  }));
  const broken = targets
    .filter(({ body }) => body !== null)
    .map((target) => ({
      ...actualProbe(
        {
          ...target,
          headers: [
            ...target.headers.filter(([name]) => !/^content-type$/i.test(name)),
            ['Content-Type', 'application/json'],
          ],
        },
        origin,
      ),
      body: '{',
    }));
  // A table of rules answers only what stands in it: nobody expects more of it.
  const missing =
    server.kind === 'headers' || server.kind === 'proxy'
      ? []
      : [{ method: 'GET', url: `${server.origin}/no-such-page`, origin, headers: [], body: null, cookies: true }];
  return [...bare, ...broken, ...missing];
}

/** `GET /me`, or the first of several: `GET /me and 2 more`. */
export function namesOf(targets: readonly Target[]): Sentence {
  const [first = '', ...others] = [...new Set(targets.map(nameOf))];
  return others.length === 0 ? say`${first}` : say`${first}${[` and ${others.length} more`]}`;
}
