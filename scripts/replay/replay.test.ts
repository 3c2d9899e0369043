import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { groupByCause } from '@/truth/causes';
import { FIELDS } from '@/truth/compare';
import known from '@/truth/agreement.json';
import { loadObservations, loadRecordings } from '@/truth/load';
import { RECORDED_BROWSERS, type Recording } from '@/truth/recording';
import { replay } from '@/truth/replay';
import { score, type Agreement } from '@/truth/score';

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

      const causes = groupByCause(replayed.flatMap(({ disagreements }) => disagreements));
      const largest = causes.slice(0, 5).map(({ pattern, cases }) => `${cases.length} × ${pattern}`);
      const { all, fields } = score(recorded, replayed);
      const expected = (known as Agreement)[browser];
      const enough =
        all.agree >= expected.all.agree && FIELDS.every((field) => fields[field].agree >= expected.fields[field].agree);
      expect(enough ? [] : largest).toEqual([]);
    },
    PATIENCE,
  );
});
