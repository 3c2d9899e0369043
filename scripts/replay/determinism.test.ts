import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { randomRecordings } from '@/truth/random';
import { RECORDED_BROWSERS } from '@/truth/recording';
import { toScenario } from '@/truth/to-scenario';

const SEED = 20_261_124;
const recordings = randomRecordings(SEED, 12);

describe('random scenarios, run as the command line runs them', () => {
  let environment: ReturnType<typeof createNodeEnvironment>;

  beforeAll(() => {
    environment = createNodeEnvironment();
  });
  afterAll(() => environment.close());

  it.each(RECORDED_BROWSERS)('give the same JSON every time in %s, and the same without the trace', async (browser) => {
    for (const scenario of recordings.map((recording) => toScenario(recording, browser))) {
      const once = await simulate(scenario, environment);
      expect(JSON.stringify(await simulate(scenario, environment))).toBe(JSON.stringify(once));
      const { events, ...plain } = await simulate(scenario, { ...environment, withoutTrace: true });
      expect(events).toEqual([]);
      expect(once.events.length).toBeGreaterThan(0);
      expect({ ...plain, events: once.events }).toEqual(once);
    }
  });
});
