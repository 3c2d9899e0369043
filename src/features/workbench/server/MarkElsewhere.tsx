import { useCallback } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Mark } from '@/explain';
import type { Server } from '@/scenario/document';
import { useScenario } from '@/stores/scenario';
import { StopTag } from '@/ui/StopTag';
import { useMarks } from '../run-marks';

/** While another server than the one on show has what decides at the playhead: which, and the way there. */
export function MarkElsewhere({ servers, serverIndex }: { servers: readonly Server[]; serverIndex: number }) {
  const choose = useCallback(
    (marks: readonly Mark[]) => {
      const origins = servers.map(({ origin }) => originOfPage(origin));
      const decided = marks.flatMap(({ side, origin, number, tone, line }) => {
        const index = side === 'server' ? origins.indexOf(origin ?? '') : -1;
        return index === -1 || number === null ? [] : [{ index, number, tone, line }];
      });
      const mark = decided.find(({ tone }) => tone === 'blocked') ?? decided.at(-1);
      return mark && mark.index !== serverIndex ? [mark] : [];
    },
    [servers, serverIndex],
  );
  const [mark] = useMarks(choose);
  if (!mark) return null;
  const { index, number, tone, line } = mark;
  return (
    <div className="relative z-1 h-0">
      <button
        type="button"
        className="absolute top-0.5 right-4 flex h-6 items-center gap-1.5 border border-rule bg-sheet pr-2 text-small text-ink-2 hover:text-ink"
        onClick={() => useScenario.getState().showServer(index)}
      >
        <StopTag number={number} tone={tone === 'blocked' ? 'fail' : 'way'} />
        {line === undefined ? 'in ' : `line ${line} of `}
        {servers[index]!.origin.replace(/^https?:\/\//, '')}
      </button>
    </div>
  );
}
