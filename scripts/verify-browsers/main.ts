import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { compareSteps, FIELDS } from '@/truth/compare';
import { loadFiles, loadObservations, loadRecordings } from '@/truth/load';
import { randomRecordings } from '@/truth/random';
import { mergeSteps, type Recorded, type Recording } from '@/truth/recording';
import { replay, type Replayed, type Run } from '@/truth/replay';
import { readRecording } from '@/truth/recording-lines';
import { agreementTable, causesText } from '../replay/report';
import { findBrowser } from './find-browsers';
import { observe } from './observe';
import { compareScenario, readScenarioFile, type ScenarioFile } from './scenario-file';
import { readOptions, USAGE, type Options } from './options';

const RECORDINGS = fileURLToPath(new URL('../../src/truth/recordings/', import.meta.url));

/** @returns the exit status: 0 where everything agrees, 1 where something does not, 2 for arguments that are none */
export async function main(args: string[]): Promise<number> {
  let options: Options;
  let found: Recording[];
  try {
    options = readOptions(args);
    found = await scenarios(options);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const chosen = found.filter(
    ({ id }) => options.ids.length === 0 || options.ids.some((beginning) => id.startsWith(beginning)),
  );
  const runnable = chosen.filter(isRunnable);
  if (runnable.length < chosen.length) {
    console.log(`${chosen.length - runnable.length} scenarios need what the loopback proxy cannot play; left out.`);
  }
  const rows: { recorded: Recorded; replayed: Replayed[] }[] = [];
  for (const browser of options.browsers) {
    const executable = findBrowser(browser);
    if (!executable) {
      console.log(`${browser} is not installed; left out. docs/truth.md says how to install it.`);
      continue;
    }
    const recorded = await observe(browser, executable, runnable, progressLine);
    if (options.record) await record(recorded);
    rows.push({ recorded, replayed: await against(options, runnable, recorded) });
  }
  if (rows.length === 0) return 1;
  console.log(agreementTable(rows));
  for (const { recorded, replayed } of rows) {
    const causes = causesText(replayed, FIELDS, options.list);
    if (causes) console.log(`\n## ${recorded.version}\n\n${causes}`);
  }
  return rows.every(({ replayed }) => replayed.every(({ disagreements }) => disagreements.length === 0)) ? 0 : 1;
}

async function scenarios({ files, random, seed }: Options): Promise<Recording[]> {
  if (random !== undefined) return randomRecordings(seed, random);
  if (files.length === 0) return loadRecordings();
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.jsonl')) {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(readRecording);
    }
    const document = readScenarioFile(text, file);
    documents.set(file, document);
    return [document.recording];
  });
}

/** Scenario documents among the files, by name. */
const documents = new Map<string, ScenarioFile>();

/** The proxy answers as every origin: nothing is refused, unless a port is one that browsers refuse by themselves. */
function isRunnable({ steps, server, unrecorded }: Recording): boolean {
  if (!unrecorded) return true;
  return steps.every(({ request: { url, element } }) => !element && URL.canParse(url) && new URL(url).origin in server);
}

async function against({ recordings }: Options, run: readonly Recording[], recorded: Recorded): Promise<Replayed[]> {
  if (recordings) {
    const before = await loadObservations(await loadRecordings(), recorded.browser);
    return run.flatMap((recording) => {
      const observation = before.observations.get(recording.id);
      const steps = recorded.observations.get(recording.id)?.steps;
      return observation && steps ? [{ recording, disagreements: compareSteps(recording, observation, steps) }] : [];
    });
  }
  const environment = createNodeEnvironment();
  try {
    const simulateOne: Run = (scenario) => simulate(scenario, { ...environment, withoutTrace: true });
    const replayed = await replay(
      run.filter(({ id }) => !documents.has(id)),
      recorded,
      simulateOne,
    );
    for (const [name, document] of documents) {
      const observation = recorded.observations.get(name);
      if (!observation) continue;
      const result = await simulateOne({ ...document.scenario, browser: recorded.browser });
      const disagreements = compareScenario(document, observation, result);
      replayed.push({ recording: document.recording, disagreements });
    }
    return replayed;
  } finally {
    await environment.close();
  }
}

/** Scenarios that could not be run keep what was recorded before. */
async function record(recorded: Recorded): Promise<void> {
  const files = await loadFiles();
  const all = await loadRecordings();
  const before = await loadObservations(all, recorded.browser);
  const observations = new Map([...before.observations, ...recorded.observations]);
  for (const { id, unrecorded } of all) {
    const steps = recorded.observations.get(id)?.steps;
    if (unrecorded && steps) observations.set(id, { undivided: true, steps: mergeSteps(steps) });
  }
  writeFileSync(`${RECORDINGS}${recorded.browser}.jsonl`, files.writeBrowser(all, { ...recorded, observations }));
}

function progressLine(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`);
}
