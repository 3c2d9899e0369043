import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import type { Reason } from '@/engine';
import { explainRun, plain, type Run } from '@/explain';
import { aboutOf, partsOf } from '@/explain/message';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import type { SimulationResult } from '@/scenario/result';
import { simulate } from '@/simulation';
import { isExcluded } from '@/truth/exclusions';
import { loadObservations, loadRecordings } from '@/truth/load';
import { RECORDED_BROWSERS, type Recording } from '@/truth/recording';
import { toScenario } from '@/truth/to-scenario';
import { inLanes } from '../lib/in-lanes';

/** Some four thousand runs, each with its trace. */
const PATIENCE = 300_000;

describe('Why', () => {
  let environment: ReturnType<typeof createNodeEnvironment>;
  let recordings: Recording[];

  beforeAll(async () => {
    environment = createNodeEnvironment();
    recordings = await loadRecordings();
  });
  afterAll(() => environment.close());

  it.each(RECORDED_BROWSERS)(
    'ends with the reason that the run gives, in every recording of %s, and every line printed is told in parts',
    async (browser) => {
      const { observations } = await loadObservations(recordings, browser);
      const chosen = recordings.filter(({ id }) => observations.has(id) && !isExcluded(id, browser));
      const told = await inLanes(chosen, (recording) => tell(toScenario(recording, browser)));
      expect(told.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(sum(told, 'closed')).toBeGreaterThan(300);
      expect(sum(told, 'lines')).toBeGreaterThan(300);
    },
    PATIENCE,
  );

  it.each(RECORDED_BROWSERS)(
    'ends with the reason that the run gives, in every ready-made case in %s',
    async (browser) => {
      const cases = presets.filter(({ scenario }) =>
        scenario.servers.every(({ kind }) => kind !== 'flask' && kind !== 'django'),
      );
      const told = await inLanes(cases, ({ scenario }) => tell({ ...scenario, browser }));
      expect(told.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(sum(told, 'closed')).toBeGreaterThan(4);
    },
    PATIENCE,
  );

  async function tell(scenario: Scenario): Promise<Told> {
    const result = await simulate(scenario, environment);
    const run = explainRun(result, scenario);
    return {
      closed: result.requests.filter(({ reason }) => reason !== undefined).length,
      lines: printed(run).length,
      wrong: [...wrongReasons(run, result), ...linesWithoutParts(run, scenario)].map(
        (wrong) => `${scenario.title ?? ''}: ${wrong}`,
      ),
    };
  }
});

interface Told {
  closed: number;
  lines: number;
  wrong: string[];
}

/** No decision of the browser's: the network, the code itself or what a WebSocket met. */
const UNDECIDED: ReadonlySet<Reason> = new Set([
  'connection-closed',
  'connection-refused',
  'name-not-resolved',
  'timeout',
  'aborted',
  'websocket-refused',
]);

/** The gate that closed last, its row in the ladder and the sentence: all of the run's own reason. */
function wrongReasons(run: Run, result: SimulationResult): string[] {
  return result.requests.flatMap((request) => {
    const track = run.tracks.find((candidate) => candidate.request === request.id);
    if (!track) return [`request ${request.id} has no Why`];
    if (request.reason === undefined) return [];
    const stop = track.closedAt === null ? undefined : run.stops[track.closedAt];
    const isDecided = !UNDECIDED.has(request.reason);
    const row = track.ladder.findLast(({ tone }) => tone === 'fail');
    const text = plain(track.sentence);
    return [
      ...(track.reason === request.reason ? [] : [`Why says ${track.reason}, the run ${request.reason}`]),
      ...(stop && stop.reason !== null && stop.reason !== request.reason
        ? [`the gate says ${stop.reason}, the run ${request.reason}`]
        : []),
      ...(isDecided && stop?.kind !== 'gate' ? [`no gate closed, though the run says ${request.reason}`] : []),
      ...(stop?.kind === 'gate' && row?.stop !== stop.index ? [`the ladder does not end at the closed gate`] : []),
      ...(/^[A-Za-z“‘'].{12,}[.?!]$/s.test(text) && !/undefined|\[object/.test(text) ? [] : [`no sentence: ${text}`]),
    ];
  });
}

const printed = (run: Run) =>
  run.console.filter(({ entry }) => entry.source === 'browser' && entry.request !== undefined);

function linesWithoutParts(run: Run, { browser = 'chromium' }: Scenario): string[] {
  return printed(run).flatMap(({ entry }) => {
    const track = run.tracks.find(({ request }) => request === entry.request);
    if (!track) return [`a line of no request: ${entry.text}`];
    const parts = partsOf(entry.text, browser, aboutOf(run, track));
    const whole = parts.map(({ text }) => text).join('') === entry.text;
    const means = parts.map((part) => plain(part.means));
    return whole && means.every((text) => text !== '' && !/undefined|\[object|\s\s/.test(text))
      ? []
      : [`not told in parts: ${entry.text}: ${means.join(' | ')}`];
  });
}

const sum = (told: readonly Told[], what: 'closed' | 'lines'): number =>
  told.reduce((total, one) => total + one[what], 0);
