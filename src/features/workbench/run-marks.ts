import { useMemo } from 'react';
import { marksAt, type Mark } from '@/explain';
import { useExplained } from '@/stores/explained';
import { usePlayhead } from '@/stores/playhead';
import { useScenario } from '@/stores/scenario';
import type { CodeMark } from './editor/marks';

const none: readonly Mark[] = [];

/** The places in the editors that the run points at, with the playhead where it is. */
function useMarks(): readonly Mark[] {
  const run = useExplained();
  const stop = usePlayhead((state) => Math.floor(state.position));
  return useMemo(() => (run ? marksAt(run, stop) : none), [run, stop]);
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
  const marks = useMarks();
  const shown = useScenario((state) => state.visitIndex);
  return useMemo(
    () => byLine(marks.filter(({ side, visit }) => side === 'frontend' && visit === shown)),
    [marks, shown],
  );
}

/** Marks in the code of the server at this origin. */
export function useServerMarks(origin: string): readonly CodeMark[] {
  const marks = useMarks();
  return useMemo(
    () => byLine(marks.filter((mark) => mark.side === 'server' && mark.origin === origin)),
    [marks, origin],
  );
}

export interface RowMark extends Omit<CodeMark, 'line'> {
  route: number;
  /** The header's row in the route; null where the route has no such row. */
  row: number | null;
}

/** Marks in the header table of the server at this origin. Only gates: that a route answers is seen on the timeline. */
export function useRowMarks(origin: string): readonly RowMark[] {
  const marks = useMarks();
  return useMemo(
    () =>
      marks.flatMap(({ side, origin: at, headerRow, tone, number, text }) =>
        side === 'server' && at === origin && headerRow && headerRow.name !== ''
          ? [{ route: headerRow.route, row: headerRow.row, tone, number, text }]
          : [],
      ),
    [marks, origin],
  );
}
