import { writeFileSync } from 'node:fs';
import { createNodeEnvironment } from '@/cli/environment';
import { REASONS, STEPS } from '@/engine';
import { explainRun, momentOf, type Run } from '@/explain';
import { KINDS } from '@/explain/kinds';
import { parseScenario } from '@/scenario/parse';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import { simulate } from '@/simulation';
import { loadRecordings } from '@/truth/load';
import { toScenario } from '@/truth/to-scenario';
import { own } from './own';

interface Shape {
  name: string;
  scenario: Scenario;
  moment: string;
}

/** Presets that are looked at for their own sake: hops, earlier visits, doors of elements. */
const WHOLE = new Set(['microservices', 'reverse-proxy', 'bank-and-evil', 'jsonp', 'tainted-canvas', 'form-post']);

/** Finds, for each kind of stop and each reason, the shortest real run that has it. `shapes.mjs` draws them. */
export async function main([out]: string[]): Promise<number> {
  const environment = createNodeEnvironment();
  const found = new Map<string, Shape & { stops: number }>();
  const take = (name: string, scenario: Scenario, run: Run, stop: number) => {
    const known = found.get(name);
    if (known && known.stops <= run.stops.length) return;
    found.set(name, { name, scenario, moment: momentOf(run, stop) ?? '', stops: run.stops.length });
  };
  try {
    const presented = presets.map(({ id, scenario }) =>
      WHOLE.has(id) ? { ...scenario, title: `shape: ${id}` } : scenario,
    );
    for (const scenario of [...own(), ...presented, ...(await recorded())]) {
      if (!parseScenario(scenario).ok) continue;
      const result = await simulate(scenario, environment);
      const run = explainRun(result, scenario);
      for (const stop of run.stops) {
        take(`step ${stop.step}`, scenario, run, stop.index);
        if (stop.reason) take(`reason ${stop.reason}`, scenario, run, stop.index);
      }
      for (const track of run.tracks) {
        if (track.reason) take(`reason ${track.reason}`, scenario, run, track.closedAt ?? track.settledAt ?? 0);
      }
      if (scenario.title?.startsWith('shape: ')) take(scenario.title, scenario, run, run.stops.length - 1);
    }
  } finally {
    await environment.close();
  }
  const wanted = [
    ...REASONS.map((reason) => `reason ${reason}`),
    ...STEPS.filter((step) => KINDS[step] !== null && KINDS[step] !== 'note').map((step) => `step ${step}`),
  ];
  const missing = wanted.filter((name) => !found.has(name));
  if (missing.length > 0) console.log(`Never seen: ${missing.join(', ')}`);
  writeFileSync(
    out ?? '.cache/shapes.json',
    JSON.stringify([...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))),
  );
  console.log(`${found.size} shapes`);
  return 0;
}

async function recorded(): Promise<Scenario[]> {
  const recordings = await loadRecordings();
  return recordings.map((recording) => toScenario(recording, 'chromium'));
}
