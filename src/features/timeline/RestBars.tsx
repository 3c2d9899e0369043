import { Line } from './glyphs';
import type { Geometry } from './geometry';
import { type Sight, inSight } from './sight';

interface Props {
  geometry: Geometry;
  sight: Sight;
  ink: boolean;
}

/** Settled requests, folded to one quiet line: as a score writes bars of rest, with their number. */
export function RestBars({ geometry, sight, ink }: Props) {
  const state = ink ? '' : ' ahead';
  return geometry.rests.map(({ span, row, x: [from, to] }) => {
    const channel = geometry.channels[row];
    if (!channel || !inSight(sight, from, to)) return null;
    return (
      <g key={span.from}>
        <Line from={[from, channel.top]} to={[from, channel.bottom]} className={`rest-end${state}`} />
        <Line from={[from, channel.y]} to={[to, channel.y]} className={`rest${state}`} />
        <Line from={[to, channel.top]} to={[to, channel.bottom]} className={`rest-end${state}`} />
      </g>
    );
  });
}
