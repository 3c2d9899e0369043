import type { Observation, Recorded, RecordedBrowser, Recording } from '@/truth/recording';
import { makeCertificates } from './certificates';
import { startChromium } from './chromium';
import { startFirefox } from './firefox';
import { startWebKit } from './webkit';
import { sleep, type Driver, type StartDriver } from './driver';
import { Lane } from './lane';
import { pageOf } from './page';

const STARTERS: Partial<Record<RecordedBrowser, StartDriver>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};
const LANES = 2;
const PATIENCE = 30_000;

export interface Progress {
  (done: number, of: number): void;
}

/** Runs the scenarios in a real browser. What failed twice is missing in the result. */
export async function observe(
  browser: RecordedBrowser,
  executable: string,
  recordings: readonly Recording[],
  progress: Progress,
): Promise<Recorded> {
  const start = STARTERS[browser];
  if (!start) throw new Error(`${browser} cannot be driven yet`);
  const certificates = makeCertificates(hostsOf(recordings));
  const lanes = await Promise.all(Array.from({ length: LANES }, () => Lane.open(certificates)));
  const driver = await start({ executable, certificates, lanes });
  const observations = new Map<string, Observation>();
  // Scenarios of the same page one after the other: a driver then keeps the document.
  const queue = [...recordings].sort((one, other) => (pageOf(one) < pageOf(other) ? -1 : 1));
  const work = async (lane: Lane): Promise<void> => {
    for (let recording = queue.shift(); recording; recording = queue.shift()) {
      const observation = await tryTwice(driver, recording, lane);
      if (observation) observations.set(recording.id, observation);
      progress(recordings.length - queue.length, recordings.length);
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await driver.close();
    for (const lane of lanes) lane.close();
  }
  return { browser, version: driver.version, observations };
}

async function tryTwice(driver: Driver, recording: Recording, lane: Lane): Promise<Observation | null> {
  const waits = recording.steps.reduce((sum, { wait = 0 }) => sum + wait, 0);
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await Promise.race([
        driver.run(recording, lane),
        sleep(PATIENCE + waits).then(() => Promise.reject(new Error('took too long'))),
      ]);
    } catch (error) {
      console.error(`${recording.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return null;
}

/** Every host that a scenario names: the certificate is in the name of all of them. */
function hostsOf(recordings: readonly Recording[]): Set<string> {
  // where nothing is asked over https the certificate still needs a name
  const hosts = new Set(['localhost']);
  for (const [, host = ''] of JSON.stringify(recordings).matchAll(
    /https:\/\/(?:[^@"/\s]*@)?(\[[^\]]*\]|[^"/\s?#:,\\]+)/g,
  )) {
    if (!URL.canParse(`https://${host}`)) continue;
    // as browsers name it: Punycode, and IPv4 addresses in full
    const { hostname } = new URL(`https://${host}`);
    if (/^(\[[\da-f:]+\]|[\w.-]+)$/.test(hostname)) hosts.add(hostname);
  }
  return hosts;
}
