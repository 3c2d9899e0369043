import { useCallback, useMemo } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Mark } from '@/explain';
import type { HeadersServer, Server } from '@/scenario/document';
import type { CodeMark } from '../editor/marks';
import { useRanServer } from '../ran';
import { useMarks } from '../run-marks';

export interface RowMark extends Omit<CodeMark, 'line'> {
  route: number;
  /** The header's row in the route; null where the route has no such row. */
  row: number | null;
}

/** Marks in a header table. Only gates: that a route answers is seen on the timeline. */
export function useRowMarks(server: HeadersServer): readonly RowMark[] {
  const origin = originOfPage(server.origin);
  const choose = useCallback(
    (marks: readonly Mark[]) =>
      marks.flatMap(({ side, origin: at, headerRow, tone, number, text }) =>
        side === 'server' && at === origin && headerRow && headerRow.name !== ''
          ? [{ route: headerRow.route, row: headerRow.row, tone, number, text }]
          : [],
      ),
    [origin],
  );
  const marks = useMarks(choose);
  const ran = useRanServer(server);
  return useMemo(
    () => (ran === server ? marks : marks.filter((mark) => isOfRow(mark, ran, server))),
    [marks, ran, server],
  );
}

/** The row that a mark was made for still stands where it stood. */
export function isOfRow(
  { route, row }: Pick<RowMark, 'route' | 'row'>,
  ran: Server | undefined,
  now: HeadersServer,
): boolean {
  if (ran?.kind !== 'headers') return false;
  const [before, after] = [ran.routes[route], now.routes[route]];
  return before?.path === after?.path && (row === null || before?.headers[row]?.[0] === after?.headers[row]?.[0]);
}
