/** Runs recordings through the simulator and holds the results against what a browser did. */

import { errorLine, parseScenario } from '@/scenario/parse';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { compare, type Disagreement } from './compare';
import { isExcluded, withoutExcluded } from './exclusions';
import type { Recorded, Recording } from './recording';
import { toScenario } from './to-scenario';

export type Run = (scenario: Scenario) => Promise<SimulationResult>;

export interface Replayed {
  recording: Recording;
  disagreements: Disagreement[];
}

/** Runs at the same time: while one waits for its realm, another can go on. */
const LANES = 4;

/** @returns one entry for each recording that is not excluded, in order */
export async function replay(recordings: readonly Recording[], recorded: Recorded, run: Run): Promise<Replayed[]> {
  const { browser, observations } = recorded;
  const chosen = recordings.filter(({ id }) => observations.has(id) && !isExcluded(id, browser));
  const replayed: Replayed[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < chosen.length; index = next++) {
      const recording = chosen[index]!;
      const result = await run(checked(toScenario(recording, browser)));
      const disagreements = compare(recording, observations.get(recording.id)!, result);
      replayed[index] = { recording, disagreements: withoutExcluded(disagreements, browser) };
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return replayed;
}

/** The same parser that everybody's documents go through. */
function checked(scenario: Scenario): Scenario {
  const parsed = parseScenario(scenario);
  if (parsed.ok) return parsed.scenario;
  throw new Error(`${scenario.title}: ${parsed.errors.map(errorLine).join('; ')}`);
}
