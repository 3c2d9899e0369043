import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { almostScenario, anyScenario } from '@/scenario/testing/arbitrary';
import type { Scenario } from '@/scenario/document';
import { parseScenario } from '@/scenario/parse';
import { simulate } from '@/simulation';

const PATIENCE = 120_000;

const url = fc.oneof(
  fc.constantFrom(
    'https://api.example.com/users',
    'http://localhost:3000/',
    '/own',
    'http://[::1]:80/x',
    'data:,x',
    '//',
  ),
  fc.webUrl(),
);
const settings = fc.record(
  {
    method: fc.constantFrom('GET', 'PUT', 'patch', 'TRACE', 'G ET'),
    mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate'),
    credentials: fc.constantFrom('omit', 'include'),
    redirect: fc.constantFrom('manual', 'error'),
    cache: fc.constantFrom('no-store', 'force-cache', 'only-if-cached'),
    headers: fc.dictionary(fc.constantFrom('X-A', 'Content-Type', 'Range', 'Cookie'), fc.string({ maxLength: 20 })),
    body: fc.string({ maxLength: 20 }),
    integrity: fc.string({ maxLength: 20 }),
    referrer: fc.constantFrom('', 'about:client', 'http://['),
  },
  { requiredKeys: [] },
);

/** Code that asks, and does not mind. */
const asking = fc
  .array(fc.tuple(url, settings), { minLength: 1, maxLength: 3 })
  .map((calls) =>
    calls
      .map((call) => `await fetch(...${JSON.stringify(call)}).catch((error) => console.log(error.message));`)
      .join('\n'),
  );

/** Python takes seconds to start and is tested with its servers. */
const withoutPython = ({ servers }: Scenario) => !servers.some(({ kind }) => kind === 'flask' || kind === 'django');

const documents = fc.oneof(
  anyScenario.filter(withoutPython),
  fc.tuple(anyScenario.filter(withoutPython), asking).map(([scenario, frontend]) => ({ ...scenario, frontend })),
  almostScenario,
);

describe('a scenario that parses', () => {
  let environment: ReturnType<typeof createNodeEnvironment>;

  beforeAll(() => {
    environment = createNodeEnvironment();
  });
  afterAll(() => environment.close());

  it(
    'has a result, whatever it is',
    async () => {
      const kinds = { asked: 0, run: 0 };
      await fc.assert(
        fc.asyncProperty(documents, async (document) => {
          const parsed = parseScenario(document);
          if (!parsed.ok || !withoutPython(parsed.scenario)) return;
          const result = await simulate(parsed.scenario, environment);
          expect(JSON.parse(JSON.stringify(result))).toMatchObject({ version: 1 });
          for (const { outcome, response, error } of result.requests) {
            expect(outcome === 'resolved' ? response : error).toBeDefined();
          }
          kinds.run += 1;
          if (result.requests.length > 0) kinds.asked += 1;
        }),
        { numRuns: 150 },
      );
      expect(kinds.run).toBeGreaterThan(60);
      expect(kinds.asked).toBeGreaterThan(10);
    },
    PATIENCE,
  );
});
