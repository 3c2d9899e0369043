import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import type { Scenario, ServerKind } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import type { SimulationResult } from '@/scenario/result';
import { simulate } from '@/simulation';
import { starterOf } from '@/features/workbench/server/starters';

const environment = createNodeEnvironment();
afterAll(() => environment.close());

const pageOrigin = (scenario: Scenario): string => new URL(scenario.page).origin;

/** What comes of each request, with the cause. */
const causes = ({ requests }: SimulationResult) => requests.map(({ verdict, reason }) => reason ?? verdict);
/** The same with every header that speaks of who may read, and the preflights' statuses. */
const policies = ({ exchanges }: SimulationResult) =>
  exchanges.map(({ kind, status, responseHeaders }) => [
    kind === 'preflight' ? status : kind,
    responseHeaders
      .filter(([name]) => /^access-control-|^vary$/i.test(name))
      .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
      .sort(),
  ]);

async function switched(scenario: Scenario, kind: ServerKind) {
  const before = await simulate(scenario, environment);
  const [first, ...others] = scenario.servers;
  const context = { origin: first!.origin, pageOrigin: pageOrigin(scenario), exchanges: before.exchanges };
  const { server, carries } = starterOf(kind, context);
  const after = await simulate({ ...scenario, servers: [server, ...others] }, environment);
  return { before, after, carries };
}

const rows = (frontend: string, headers: [string, string][], status = 204): Scenario => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [
    {
      origin: 'https://api.example.com',
      kind: 'headers',
      routes: [
        { method: 'OPTIONS', path: '*', status, headers },
        { method: '*', path: '*', status: 200, headers, body: '[]' },
      ],
    },
  ],
});
const USERS = "'https://api.example.com/users'";
const GET = `await fetch(${USERS})`;
const PUT = `await fetch(${USERS}, { method: 'PUT', headers: { 'X-A': '1' } })`;
const WITH_COOKIES = `await fetch(${USERS}, { credentials: 'include' })`;
const ORIGIN: [string, string] = ['Access-Control-Allow-Origin', 'https://app.example.com'];
const CREDENTIALS: [string, string] = ['Access-Control-Allow-Credentials', 'true'];

const scenarios: [string, Scenario][] = [
  ...presets
    .filter(({ group, scenario }) => group !== 'Other doors' && !scenario.earlier && scenario.servers.length === 1)
    .filter(({ scenario: { client, servers } }) => !client && /headers|express/.test(servers[0]!.kind))
    .map(({ title, scenario }): [string, Scenario] => [title, scenario]),
  ['* for all', rows(GET, [['Access-Control-Allow-Origin', '*']])],
  ['the origin twice', rows(GET, [ORIGIN, ORIGIN])],
  ['another origin with a quote in a header', rows(GET, [['Access-Control-Allow-Origin', `https://o'"x.example`]])],
  ['credentials', rows(WITH_COOKIES, [ORIGIN, CREDENTIALS, ['Vary', 'Origin']])],
  ['* with credentials, in rows', rows(WITH_COOKIES, [['Access-Control-Allow-Origin', '*'], CREDENTIALS])],
  ['credentials in capitals', rows(WITH_COOKIES, [ORIGIN, ['Access-Control-Allow-Credentials', 'True']])],
  [
    'a preflight that allows',
    rows(PUT, [
      ORIGIN,
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'X-A, X-B'],
      ['Access-Control-Max-Age', '60'],
    ]),
  ],
  ['a preflight that allows no header', rows(PUT, [ORIGIN, ['Access-Control-Allow-Methods', 'PUT']])],
  ['a preflight that allows no method', rows(PUT, [ORIGIN, ['Access-Control-Allow-Headers', 'X-A']])],
  ['a preflight with a bad status', rows(PUT, [ORIGIN], 403)],
  ['exposed headers', rows(GET, [ORIGIN, ['Access-Control-Expose-Headers', 'X-Total, ETag']])],
];

describe('a server of another kind begins where the last run ended', () => {
  it.each(
    scenarios.flatMap(([title, scenario]) =>
      (['headers', 'express', 'nginx'] as const).map((kind) => [kind, title, scenario] as const),
    ),
  )('as %s, after "%s": the same headers and the same outcome', async (kind, _title, scenario) => {
    const { before, after, carries } = await switched(scenario, kind);
    expect(carries).toBe(true);
    expect(causes(after)).toEqual(causes(before));
    expect(policies(after)).toEqual(policies(before));
  });

  it.each(scenarios)('as Flask, after "%s": the same outcome, for the same cause', async (_title, scenario) => {
    const { before, after, carries } = await switched(scenario, 'flask');
    expect(after.serverErrors).toBeUndefined();
    expect(carries).toBe(true);
    expect(causes(after)).toEqual(causes(before));
  });

  it.each(scenarios)(
    'as Django, after "%s": the same outcome, or word that it is another',
    async (_title, scenario) => {
      const { before, after, carries } = await switched(scenario, 'django');
      expect(after.serverErrors).toBeUndefined();
      const isAsBefore = isDeepStrictEqual(causes(after), causes(before));
      expect({ carries, isAsBefore }).toEqual({ carries, isAsBefore: carries ? true : isAsBefore });
      expect(carries || !isDeepStrictEqual(policies(before), policies(after))).toBe(true);
    },
  );
});
