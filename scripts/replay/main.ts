import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { compare } from '@/truth/compare';
import { loadObservations, loadRecordings } from '@/truth/load';
import type { Recording } from '@/truth/recording';
import { replay, type Run } from '@/truth/replay';
import { score } from '@/truth/score';
import { simulatedStep } from '@/truth/simulated-step';
import { toScenario } from '@/truth/to-scenario';
import { readOptions, USAGE, type Options } from './options';
import { agreementTable, causesText } from './report';

const AGREEMENT = fileURLToPath(new URL('../../src/truth/agreement.json', import.meta.url));

/** @returns the exit status: 0 where everything agrees, 1 where something does not, 2 for arguments that are none */
export async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const environment = createNodeEnvironment();
  const run: Run = (scenario) => simulate(scenario, { ...environment, withoutTrace: true });
  try {
    const all = await loadRecordings();
    return options.show === undefined ? await replayAll(all, options, run) : await show(all, options, run);
  } finally {
    await environment.close();
  }
}

async function replayAll(
  all: readonly Recording[],
  { browsers, fields, ids, list, write }: Options,
  run: Run,
): Promise<number> {
  const chosen = ids.length ? all.filter(({ id }) => ids.some((beginning) => id.startsWith(beginning))) : all;
  const rows = [];
  for (const browser of browsers) {
    const recorded = await loadObservations(all, browser);
    rows.push({ recorded, replayed: await replay(chosen, recorded, run) });
  }
  if (write) {
    const scores = rows.map(({ recorded, replayed }) => [recorded.browser, score(recorded, replayed)]);
    writeFileSync(AGREEMENT, `${JSON.stringify(Object.fromEntries(scores), null, 2)}\n`);
  }
  console.log(agreementTable(rows));
  for (const { recorded, replayed } of rows) {
    const causes = causesText(replayed, fields, list);
    if (causes) console.log(`\n## ${recorded.version}\n\n${causes}`);
  }
  return rows.every(({ replayed }) => replayed.every(({ disagreements }) => disagreements.length === 0)) ? 0 : 1;
}

async function show(all: readonly Recording[], { browsers, show: id }: Options, run: Run): Promise<number> {
  const recording = all.find((one) => one.id === id);
  if (!recording) {
    console.error(`No recording has the id "${id}"`);
    return 2;
  }
  const { frontend, servers, ...scenario } = toScenario(recording, 'standard');
  console.log(`${JSON.stringify(scenario)}\n\n${frontend}\n\n${JSON.stringify(servers, null, 1)}`);
  for (const browser of browsers) {
    const observation = (await loadObservations(all, browser)).observations.get(recording.id);
    if (!observation) continue;
    const result = await run(toScenario(recording, browser));
    const simulated = recording.steps.map((_, index) => simulatedStep(result, index));
    console.log(`\n## ${browser}, recorded\n${JSON.stringify(observation.steps, null, 1)}`);
    console.log(`\n## ${browser}, simulated\n${JSON.stringify(simulated, null, 1)}`);
    console.log(`\n## disagreements\n${JSON.stringify(compare(recording, observation, result), null, 1)}`);
  }
  return 0;
}
