import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { parseScenario } from '@/scenario/parse';
import { simulate } from '@/simulation';
import { differences, doorScenario } from '@/truth/doors/compare-doors';
import { DOOR_BROWSERS, loadDoorObservations, writeDoorObservations } from '@/truth/doors/files';
import { DOORS } from '@/truth/doors';
import { KNOWN_DIFFERENCES } from '@/truth/doors/known-differences';

const PATIENCE = 120_000;

describe('the other doors', () => {
  let environment: ReturnType<typeof createNodeEnvironment>;
  beforeAll(() => {
    environment = createNodeEnvironment();
  });
  afterAll(() => environment.close());

  it('are scenarios of every kind, each with an id of its own and a document that parses', () => {
    expect(new Set(DOORS.map(({ id }) => id)).size).toBe(DOORS.length);
    const kinds = new Set(DOORS.map(({ id }) => id.split('-')[0]));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['script', 'module', 'import', 'img', 'link', 'font', 'beacon', 'form', 'eventsource']),
    );
    for (const door of DOORS) expect(parseScenario(doorScenario(door, 'chromium')).ok).toBe(true);
  });

  it.each(DOOR_BROWSERS)(
    'do what %s did: requests, decisive headers, events and console',
    async (browser) => {
      const { observations } = await loadDoorObservations(browser);
      expect(observations.size).toBeGreaterThanOrEqual(DOORS.length);
      const differing: string[] = [];
      for (const door of DOORS) {
        const result = await simulate(doorScenario(door, browser), { ...environment, withoutTrace: true });
        const kinds = differences(door, observations.get(door.id)!, result);
        differing.push(...kinds.map((kind) => `${door.id}: ${kind}`));
      }
      const known = KNOWN_DIFFERENCES.filter((difference) => difference.browser === browser);
      expect(differing.sort()).toEqual(known.map(({ id, kind }) => `${id}: ${kind}`).sort());
    },
    PATIENCE,
  );

  it.each(DOOR_BROWSERS)('come out of reading and writing what %s did as they were', async (browser) => {
    const recorded = await loadDoorObservations(browser);
    expect(writeDoorObservations(recorded).split('\n')).toHaveLength(recorded.observations.size + 2);
  });
});
