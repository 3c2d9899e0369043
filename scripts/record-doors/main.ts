import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOORS, toRecording } from '@/truth/doors';
import { DOOR_BROWSERS, loadDoorObservations, writeDoorObservations } from '@/truth/doors/files';
import type { Observation, Recorded } from '@/truth/recording';
import { findBrowser } from '../verify-browsers/find-browsers';
import { observe } from '../verify-browsers/observe';

const FOLDER = fileURLToPath(new URL('../../src/truth/recordings/doors/', import.meta.url));

/** @returns the exit status */
export async function main(args: string[]): Promise<number> {
  const at = args.indexOf('--id');
  const beginning = at < 0 ? '' : (args[at + 1] ?? '');
  const doors = DOORS.filter(({ id }) => id.startsWith(beginning));
  for (const browser of DOOR_BROWSERS.filter((name) => args.length === 0 || at === 0 || args.includes(name))) {
    const executable = findBrowser(browser);
    if (!executable) {
      console.log(`${browser} is not installed; left out.`);
      continue;
    }
    const seen = await observe(browser, executable, doors.map(toRecording), () => undefined);
    const before = await loadDoorObservations(browser).catch(() => null);
    const all = new Map([...(before?.observations ?? []), ...seen.observations]);
    const observations: Recorded['observations'] = new Map();
    for (const { id, answers } of DOORS) {
      const observation = all.get(id);
      const origins = new Set(Object.keys(answers).map((address) => new URL(address).origin));
      if (observation) observations.set(id, ofScenario(observation, origins));
    }
    writeFileSync(`${FOLDER}${browser}.jsonl`, writeDoorObservations({ ...seen, observations }));
    console.log(`${seen.version}: ${seen.observations.size} of ${doors.length} recorded`);
  }
  return 0;
}

/** Without what browsers ask their makers' servers when a page has a form. */
function ofScenario({ steps }: Observation, origins: ReadonlySet<string>): Observation {
  return {
    steps: steps.map((step) => ({
      ...step,
      requests: step.requests.filter(({ url }) => origins.has(new URL(url).origin)),
    })),
  };
}
