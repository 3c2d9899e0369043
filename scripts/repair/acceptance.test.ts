import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import { presets } from '@/scenario/presets';
import { loadRecordings } from '@/truth/load';
import { isExcluded } from '@/truth/exclusions';
import { toScenario } from '@/truth/to-scenario';
import { inLanes } from '../lib/in-lanes';
import { emptyReport, inBrowser, judgeScenario, tableOf, type Report } from './acceptance';

/** Thousands of runs, on a slow machine that does other things too. */
const PATIENCE = 400_000;
/** Of each browser beside Chromium, spread over all of them. */
const SAMPLE = 150;
const OTHERS = ['firefox', 'webkit', 'standard'] as const;

function expectAllRepaired(report: Report): void {
  expect(report.otherReasons).toEqual([]);
  expect(report.failing).toEqual([]);
  const left = report.judged.filter(({ repairable, serverFixes }) => repairable && serverFixes === 0);
  expect(left.map(({ scenario, request, reason }) => `${scenario}, request ${request}: ${reason}`)).toEqual([]);
  const unexplained = report.judged.filter((one) => one.serverFixes + one.pageFixes === 0 && one.note === null);
  expect(unexplained.map(({ scenario }) => scenario)).toEqual([]);
}

describe('every request that is held back', () => {
  let environment: ReturnType<typeof createNodeEnvironment>;
  beforeAll(() => {
    environment = createNodeEnvironment();
  });
  afterAll(() => environment.close());

  it(
    'in the recorded scenarios: has a fix that passes where a server can repair it',
    async ({ annotate }) => {
      const report = emptyReport();
      const recordings = (await loadRecordings()).filter(({ id }) => !isExcluded(id, 'chromium'));
      await inLanes(recordings, (recording) => judgeScenario(toScenario(recording, 'chromium'), environment, report));
      await annotate(`${report.scenarios} scenarios, ${report.applied} fixes applied\n${tableOf(report)}`);
      expect(report.scenarios).toBeGreaterThan(1360);
      expect(report.judged.length).toBeGreaterThan(600);
      expectAllRepaired(report);
    },
    PATIENCE,
  );

  it.for(OTHERS)(
    'in a sample of the recorded scenarios, in %s: has a fix that passes where a server can repair it',
    { timeout: PATIENCE },
    async (browser, { annotate }) => {
      const report = emptyReport();
      // The standard has no recordings of its own.
      const recordings = (await loadRecordings()).filter(
        ({ id }) => browser === 'standard' || !isExcluded(id, browser),
      );
      const sample = Array.from(
        { length: SAMPLE },
        (_, at) => recordings[Math.floor((at * recordings.length) / SAMPLE)]!,
      );
      await inLanes(sample, (recording) => judgeScenario(toScenario(recording, browser), environment, report));
      await annotate(
        `${report.scenarios} scenarios in ${browser}, ${report.applied} fixes applied\n${tableOf(report)}`,
      );
      expect(report.scenarios).toBe(SAMPLE);
      expect(report.judged.length).toBeGreaterThan(SAMPLE / 3);
      expectAllRepaired(report);
    },
  );

  it(
    'in the ready-made cases: has a fix that passes where a server can repair it',
    async ({ annotate }) => {
      const report = emptyReport();
      await inLanes(presets, ({ scenario }) => judgeScenario(inBrowser(scenario, 'chromium'), environment, report));
      await annotate(`${report.scenarios} cases, ${report.applied} fixes applied\n${tableOf(report)}`);
      expect(report.scenarios).toBe(presets.length);
      expectAllRepaired(report);
    },
    PATIENCE,
  );
});
