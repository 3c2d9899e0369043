import { memo } from 'react';
import type { Geometry } from '../geometry';

/** A long wait is a break in every stave. */
export const Breaks = memo(function Breaks({ geometry }: { geometry: Geometry }) {
  const { flows, pageY, channels, servers } = geometry;
  const lines = [pageY, ...channels.flatMap(({ top, bottom }) => [top, bottom]), ...servers.map((server) => server.y)];
  return flows
    .filter((flow) => flow.broken)
    .map((flow) => {
      const x = (flow.from.to + flow.to.from) / 2;
      return (
        <g key={flow.from.at}>
          {lines.map((y) => (
            <g key={y}>
              <rect className="gap" x={x - 4} y={y - 3} width={8} height={6} />
              <path className="break" d={`M${x - 7} ${y + 5}l6 -10M${x + 1} ${y + 5}l6 -10`} />
            </g>
          ))}
        </g>
      );
    });
});
