import { useEffect, useState } from 'react';
import { explainRun, type Run } from '@/explain';
import type { BrowserName, Scenario } from '@/scenario/document';
import { usePlayhead } from '@/stores/playhead';
import { simulateAside, useRun } from '@/stores/run';

/** The same scenario in one browser. */
export interface BrowserRun {
  browser: BrowserName;
  run: Run;
}

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox', 'webkit'];
const known = new WeakMap<Scenario, Promise<BrowserRun[]>>();

/** Real milliseconds without an edit before the other browsers are tried. */
const REST = 700;

/**
 * The run on show, and the same scenario in the two or three browsers that did not run; empty until they have. They are tried
 * in the background, when nobody edits and nothing plays.
 */
export function useBrowserRuns(run: Run): BrowserRun[] {
  const scenario = useRun((state) => state.scenario);
  const rests = usePlayhead((state) => !state.playing);
  const [found, setFound] = useState<{ of: Scenario; runs: BrowserRun[] } | null>(null);
  useEffect(() => {
    if (!scenario || !rests || !hasRivals(scenario)) return;
    let isCurrent = true;
    const keep = (runs: BrowserRun[]) => {
      if (isCurrent) setFound({ of: scenario, runs });
    };
    const timer = setTimeout(() => void othersOf(scenario).then(keep, () => undefined), known.has(scenario) ? 0 : REST);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [scenario, rests]);
  if (!scenario || found?.of !== scenario) return [];
  return [{ browser: scenario.browser ?? 'chromium', run }, ...found.runs];
}

/** Apps and curl have no browser that could be another. */
export function hasRivals({ client = 'browser' }: Scenario): boolean {
  return client === 'browser' || client === 'webview';
}

function othersOf(scenario: Scenario): Promise<BrowserRun[]> {
  const before = known.get(scenario);
  if (before) return before;
  const others = BROWSERS.filter((browser) => browser !== (scenario.browser ?? 'chromium'));
  const trying = Promise.all(
    others.map(async (browser) => {
      const there = { ...scenario, browser };
      return { browser, run: explainRun(await simulateAside(there), there) };
    }),
  );
  known.set(scenario, trying);
  trying.catch(() => known.delete(scenario));
  return trying;
}
