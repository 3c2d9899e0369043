import { useCallback, useMemo } from 'react';
import { marksAt, type Mark, type Run } from '@/explain';
import { useExplained } from '@/stores/explained';
import { useFollowedStop } from '@/stores/followed';
import { useScenario } from '@/stores/scenario';
import type { CodeMark } from './editor/marks';

/**
 * What the run points at with the playhead where it is. The same list as long as it says the same: another one is drawn
 * anew by an editor, and the playhead comes by many stops that point at nothing else.
 */
function useMarks<Shown>(choose: (marks: readonly Mark[]) => readonly Shown[]): readonly Shown[] {
  const run = useExplained();
  const select = useMemo(() => selectorOf(run, choose), [run, choose]);
  return useFollowedStop(select);
}

function selectorOf<Shown>(run: Run | undefined, choose: (marks: readonly Mark[]) => readonly Shown[]) {
  let at: number | undefined;
  let shown: readonly Shown[] = [];
  return (stop: number): readonly Shown[] => {
    if (stop === at) return shown;
    at = stop;
    const next = choose(run ? marksAt(run, stop) : []);
    if (JSON.stringify(next) !== JSON.stringify(shown)) shown = next;
    return shown;
  };
}

/** One mark a line: a closed gate goes before all else, then the later stop. What fails after it is no news. */
export function byLine(marks: readonly Mark[]): CodeMark[] {
  const lines = new Map<number, CodeMark>();
  const isClosed = marks.some(({ tone, number, line }) => tone === 'blocked' && number !== null && line !== undefined);
  for (const { line, tone, number, text } of marks) {
    if (line === undefined || (isClosed && number === null)) continue;
    if (lines.get(line)?.tone === 'blocked' && tone !== 'blocked') continue;
    lines.set(line, { line, tone, number, text });
  }
  return [...lines.values()];
}

export function useFrontendMarks(): readonly CodeMark[] {
  const shown = useScenario((state) => state.visitIndex);
  const choose = useCallback(
    (marks: readonly Mark[]) => byLine(marks.filter(({ side, visit }) => side === 'frontend' && visit === shown)),
    [shown],
  );
  return useMarks(choose);
}

/** Marks in the code of the server at this origin. */
export function useServerMarks(origin: string): readonly CodeMark[] {
  const choose = useCallback(
    (marks: readonly Mark[]) => byLine(marks.filter((mark) => mark.side === 'server' && mark.origin === origin)),
    [origin],
  );
  return useMarks(choose);
}

export interface RowMark extends Omit<CodeMark, 'line'> {
  route: number;
  /** The header's row in the route; null where the route has no such row. */
  row: number | null;
}

/** Marks in the header table of the server at this origin. Only gates: that a route answers is seen on the timeline. */
export function useRowMarks(origin: string): readonly RowMark[] {
  const choose = useCallback(
    (marks: readonly Mark[]) =>
      marks.flatMap(({ side, origin: at, headerRow, tone, number, text }) =>
        side === 'server' && at === origin && headerRow && headerRow.name !== ''
          ? [{ route: headerRow.route, row: headerRow.row, tone, number, text }]
          : [],
      ),
    [origin],
  );
  return useMarks(choose);
}
