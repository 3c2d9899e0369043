import { describe, expect, it } from 'vitest';
import { partsOf, type About } from '@/explain/message';
import { DOOR_BROWSERS, loadDoorObservations } from './doors/files';
import { loadObservations, loadRecordings } from './load';
import { RECORDED_BROWSERS, type RecordedBrowser } from './recording';

/** Nothing is known but the line. */
const unknown: About = { page: '', initiator: 'fetch', method: '', url: '', judged: null, step: null };

/** A preload and a font of the recorder’s own, and what code threw. */
const NOT_OURS = /^downloadable font:|preloaded with link preload|^(?:Uncaught |uncaught exception: |\w*Error: )/;

describe.each(RECORDED_BROWSERS)('every line that %s printed in a recording', (browser) => {
  it('is made of parts that each have a meaning', async () => {
    const lines = await printedBy(browser);
    expect(lines.length).toBeGreaterThan(300);
    const unread = lines.filter((line) => {
      const parts = partsOf(line, browser, unknown);
      expect(parts.map(({ text }) => text).join('')).toBe(line);
      return parts.some(({ means }) => means.length === 0);
    });
    expect(unread).toEqual([]);
  });
});

async function printedBy(browser: RecordedBrowser): Promise<string[]> {
  const recorded = [await loadObservations(await loadRecordings(), browser)];
  const doors = DOOR_BROWSERS.find((name) => name === browser);
  if (doors) recorded.push(await loadDoorObservations(doors));
  const lines = recorded.flatMap(({ observations }) =>
    [...observations.values()].flatMap(({ steps }) => steps.flatMap((step) => step.console.map(({ text }) => text))),
  );
  return [...new Set(lines)].filter((line) => !NOT_OURS.test(line));
}
