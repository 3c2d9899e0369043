/** Runs recordings through the simulator and holds the results against what a browser did. */

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

/** @returns one entry for each recording that is not excluded, in order */
export async function replay(recordings: readonly Recording[], recorded: Recorded, run: Run): Promise<Replayed[]> {
  const { browser, observations } = recorded;
  const replayed: Replayed[] = [];
  for (const recording of recordings) {
    const observation = observations.get(recording.id);
    if (!observation || isExcluded(recording.id, browser)) continue;
    const result = await run(toScenario(recording, browser));
    const disagreements = withoutExcluded(compare(recording, observation, result), browser);
    replayed.push({ recording, disagreements });
  }
  return replayed;
}
