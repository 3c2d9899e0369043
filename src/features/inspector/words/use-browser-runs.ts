import { useEffect, useState } from 'react';
import { explainRun, type Run } from '@/explain';
import type { BrowserName, KeptRun, Scenario } from '@/scenario/document';
import { inBrowser } from '@/stores/kept';
import { usePlayhead } from '@/stores/playhead';
import { simulateAside, useRun } from '@/stores/run';

/** The same scenario in one browser. */
export interface BrowserRun {
  browser: BrowserName;
  run: Run;
}

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox', 'webkit'];
/** By what had happened before, and then by the scenario. */
const known = new WeakMap<readonly KeptRun[], WeakMap<Scenario, Promise<BrowserRun[]>>>();

/** Real milliseconds without an edit before the other browsers are tried. */
const REST = 700;

/**
 * The run on show, and the same scenario in the two or three browsers that did not run; empty until they have. They are tried
 * in the background, when nobody edits and nothing plays.
 */
export function useBrowserRuns(run: Run): BrowserRun[] {
  const scenario = useRun((state) => state.scenario);
  const kept = useRun((state) => state.kept);
  const rests = usePlayhead((state) => !state.playing);
  const [found, setFound] = useState<{ of: Scenario; after: readonly KeptRun[]; runs: BrowserRun[] } | null>(null);
  useEffect(() => {
    if (!scenario || !rests || !hasRivals(scenario)) return;
    let isCurrent = true;
    const keep = (runs: BrowserRun[]) => {
      if (isCurrent) setFound({ of: scenario, after: kept, runs });
    };
    const rest = known.get(kept)?.has(scenario) ? 0 : REST;
    const timer = setTimeout(() => void othersOf(scenario, kept).then(keep, () => undefined), rest);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [scenario, kept, rests]);
  if (!scenario || found?.of !== scenario || found.after !== kept) return [];
  return [{ browser: scenario.browser ?? 'chromium', run }, ...found.runs];
}

/** Apps and curl have no browser that could be another. */
function hasRivals({ client = 'browser' }: Scenario): boolean {
  return client === 'browser' || client === 'webview';
}

function othersOf(scenario: Scenario, kept: readonly KeptRun[]): Promise<BrowserRun[]> {
  const ofKept = known.get(kept) ?? new WeakMap<Scenario, Promise<BrowserRun[]>>();
  known.set(kept, ofKept);
  const before = ofKept.get(scenario);
  if (before) return before;
  const shown = scenario.browser ?? 'chromium';
  const others = BROWSERS.filter((browser) => browser !== shown);
  const trying = Promise.all(
    others.map(async (browser) => {
      const there = { ...scenario, browser };
      return { browser, run: explainRun(await simulateAside(there, inBrowser(kept, shown, browser)), there) };
    }),
  );
  ofKept.set(scenario, trying);
  trying.catch(() => ofKept.delete(scenario));
  return trying;
}
