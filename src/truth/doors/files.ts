/** What each browser did at the doors, as text of one line for each scenario. */

import type { Observation, Recorded, RecordedBrowser } from '../recording';

const TEXTS = {
  chromium: () => import('../recordings/doors/chromium.jsonl?raw'),
  firefox: () => import('../recordings/doors/firefox.jsonl?raw'),
} satisfies Partial<Record<RecordedBrowser, () => Promise<{ default: string }>>>;

export const DOOR_BROWSERS = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
export type DoorBrowser = keyof typeof TEXTS;

type Line = Observation['steps'][number] & { id: string };

export async function loadDoorObservations(browser: DoorBrowser): Promise<Recorded> {
  const { default: text } = await TEXTS[browser]();
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const { version } = JSON.parse(head) as { version: string };
  const observations = new Map<string, Observation>();
  for (const line of lines) {
    const { id, ...step } = JSON.parse(line) as Line;
    observations.set(id, { steps: [step] });
  }
  return { browser, version, observations };
}

export function writeDoorObservations({ browser, version, observations }: Recorded): string {
  const lines = [...observations].map(([id, { steps }]) => JSON.stringify({ id, ...steps[0] }));
  return `${JSON.stringify({ browser, version })}\n${lines.join('\n')}\n`;
}
