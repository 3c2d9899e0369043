import type { Run, Track } from '@/explain';
import type { VerdictWord } from '@/scenario/result';
import { Badge } from '../glyphs';
import type { Geometry, RestGeometry } from '../geometry';
import { type Sight, inSight } from '../sight';
import { commonRequest } from '../common-path';

interface Props {
  run: Run;
  geometry: Geometry;
  sight: Sight;
}

/** What is folded, and how it came out once it has. A press unfolds it. */
export function RestWords({ run, geometry, sight, here, onUnfold }: Props & { here: number; onUnfold?: Unfold }) {
  return geometry.rests.map((rest) => {
    const channel = geometry.channels[rest.row];
    const [from, to] = rest.x;
    if (!channel || !inSight(sight, from, to)) return null;
    const x = (from + to) / 2;
    const known = rest.span.to <= here;
    const tracks = tracksOf(run, rest);
    const words = channel.full && to - from > 90;
    const verdicts = countsOf(tracks);
    return (
      <g key={rest.span.from} className="fold" onClick={() => onUnfold?.(rest.requests)}>
        <rect className="hit" x={from - 6} y={channel.top - 34} width={to - from + 12} height={80} />
        <text x={x} y={channel.top - 24} className={`fig code strong${known ? '' : ' ahead'}`} textAnchor="middle">
          {words ? `${rest.requests.length}×` : ''}
        </text>
        <text x={x} y={channel.top - 9} className={`fig code${known ? '' : ' ahead'}`} textAnchor="middle">
          {words ? commonRequest(tracks) : `${rest.requests.length}×`}
        </text>
        {known &&
          verdicts.map(([verdict, count], index) => {
            const at = x + (index - (verdicts.length - 1) / 2) * 46;
            return (
              <g key={verdict}>
                <Badge x={at} y={channel.bottom + 14} tone={verdict} />
                <text x={at} y={channel.bottom + 34} className={`fig12 ink-${verdict}`} textAnchor="middle">
                  {verdicts.length === 1 ? verdict : count}
                </text>
              </g>
            );
          })}
      </g>
    );
  });
}

type Unfold = (requests: readonly number[]) => void;

function tracksOf(run: Run, { requests }: RestGeometry): Track[] {
  const wanted = new Set(requests);
  return run.tracks.filter((track) => wanted.has(track.request));
}

function countsOf(tracks: readonly Track[]): [VerdictWord, number][] {
  const counts = new Map<VerdictWord, number>();
  for (const { verdict } of tracks) if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts];
}
