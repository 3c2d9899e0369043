import { useCallback, useMemo } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Mark } from '@/explain';
import { useExplained } from '@/stores/explained';
import { useFollowedStop } from '@/stores/followed';
import type { Server } from '@/scenario/document';
import { useRun } from '@/stores/run';
import { shownVisit, useScenario } from '@/stores/scenario';
import type { CodeMark } from './editor/marks';
import { codeOf, useMoved, useRanFrontend, useRanServer } from './ran';
import { useOnceRun } from './use-once-run';

const loadMarks = () => import('@/explain/marks');

/**
 * What the run points at with the playhead where it is. The same list as long as it says the same: another one is drawn
 * anew by an editor, and the playhead comes by many stops that point at nothing else.
 */
export function useMarks<Shown>(choose: (marks: readonly Mark[]) => readonly Shown[]): readonly Shown[] {
  const run = useExplained();
  const result = useRun((state) => state.result);
  const scenario = useRun((state) => state.scenario);
  const found = useOnceRun(loadMarks);
  const select = useMemo(() => {
    if (!found || !run || !result || !scenario) return selectorOf(() => choose([]));
    const marks = found.marksOf(result, scenario);
    return selectorOf((stop) => choose(found.marksAt(marks, run, stop)));
  }, [found, run, result, scenario, choose]);
  return useFollowedStop(select);
}

function selectorOf<Shown>(marksAt: (stop: number) => readonly Shown[]) {
  let at: number | undefined;
  let shown: readonly Shown[] = [];
  return (stop: number): readonly Shown[] => {
    if (stop === at) return shown;
    at = stop;
    const next = marksAt(stop);
    if (JSON.stringify(next) !== JSON.stringify(shown)) shown = next;
    return shown;
  };
}

/** One mark a line: a closed gate goes before all else, then the later stop. What fails after it is no news. */
export function byLine(marks: readonly Mark[]): CodeMark[] {
  const lines = new Map<number, CodeMark>();
  const isClosed = marks.some(({ tone, number, line }) => tone === 'blocked' && number !== null && line !== undefined);
  for (const { line, tone, number, text, piece } of marks) {
    if (line === undefined || (isClosed && number === null)) continue;
    if (lines.get(line)?.tone === 'blocked' && tone !== 'blocked') continue;
    lines.set(line, { line, tone, number, text, ...(piece === undefined ? {} : { piece }) });
  }
  return [...lines.values()];
}

export function useFrontendMarks(): readonly CodeMark[] {
  const shown = useScenario((state) => state.visitIndex);
  const choose = useCallback(
    (marks: readonly Mark[]) => byLine(marks.filter(({ side, visit }) => side === 'frontend' && visit === shown)),
    [shown],
  );
  const now = useScenario((state) => shownVisit(state).frontend);
  return useMoved(useMarks(choose), useRanFrontend(shown), now);
}

/** Marks in the code of a server. */
export function useServerMarks(server: Server): readonly CodeMark[] {
  const origin = originOfPage(server.origin);
  const choose = useCallback(
    (marks: readonly Mark[]) => byLine(marks.filter((mark) => mark.side === 'server' && mark.origin === origin)),
    [origin],
  );
  return useMoved(useMarks(choose), codeOf(useRanServer(server)), codeOf(server));
}
