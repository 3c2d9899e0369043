import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { groupByCause } from './causes';
import { EXPECTED_AGREEMENT } from './expected-agreement';
import { loadObservations, loadRecordings } from './load';
import { RECORDED_BROWSERS, type Recording } from './recording';
import { replay } from './replay';
import { score } from './score';

/** Four thousand runs on a slow machine that does other things too. */
const PATIENCE = 240_000;

describe('the recordings, run as the command line runs scenarios', () => {
  let environment: ReturnType<typeof createNodeEnvironment>;
  let recordings: Recording[];

  beforeAll(async () => {
    environment = createNodeEnvironment();
    recordings = await loadRecordings();
  });
  afterAll(() => environment.close());

  it.each(RECORDED_BROWSERS)(
    'agree with %s in outcome, error, response, requests, request headers and console',
    async (browser) => {
      const recorded = await loadObservations(recordings, browser);
      const replayed = await replay(recordings, recorded, (scenario) =>
        simulate(scenario, { ...environment, withoutTrace: true }),
      );
      expect(replayed.length).toBeGreaterThan(1360);

      const { all } = score(replayed);
      const causes = groupByCause(replayed.flatMap(({ disagreements }) => disagreements));
      const largest = causes.slice(0, 5).map(({ pattern, cases }) => `${cases.length} × ${pattern}`);
      expect(all.agree, largest.join('\n')).toBeGreaterThanOrEqual(EXPECTED_AGREEMENT[browser]);
    },
    PATIENCE,
  );
});
