/** Says where the simulator differs from what browsers did at the doors. */

import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { DOORS } from '@/truth/doors';
import { differences, doorScenario, seenInBrowser, seenInSimulation } from '@/truth/doors/compare-doors';
import { DOOR_BROWSERS, loadDoorObservations } from '@/truth/doors/files';

/** @returns the exit status */
export async function main(args: string[]): Promise<number> {
  const environment = createNodeEnvironment();
  let differing = 0;
  for (const browser of DOOR_BROWSERS.filter((name) => args.length === 0 || args.includes(name))) {
    const { observations, version } = await loadDoorObservations(browser);
    let agreeing = 0;
    for (const door of DOORS) {
      const observation = observations.get(door.id);
      if (!observation) continue;
      const result = await simulate(doorScenario(door, browser), { ...environment, withoutTrace: true });
      const kinds = differences(door, observation, result);
      if (kinds.length === 0) agreeing += 1;
      else differing += 1;
      for (const kind of kinds) {
        console.log(`\n${door.id} (${browser}), ${kind}`);
        console.log(`recorded\n  ${seenInBrowser(door, observation)[kind].replaceAll('\n', '\n  ')}`);
        console.log(`simulated\n  ${seenInSimulation(door, result)[kind].replaceAll('\n', '\n  ')}`);
      }
    }
    console.log(`\n${version}: ${agreeing} of ${observations.size} agree`);
  }
  await environment.close();
  return differing === 0 ? 0 : 1;
}
