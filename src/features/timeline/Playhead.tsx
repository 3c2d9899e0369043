import { useRef } from 'react';
import { usePlayhead } from '@/stores/playhead';
import { dragging } from './dragging';
import { type Geometry, nearestStop } from './geometry';
import { useEachMove } from './use-each-move';
import { useGlide } from './use-glide';

/** The playhead's line; the marks of the stops lie over it. */
export function PlayheadLine({ geometry }: { geometry: Geometry }) {
  const line = useRef<HTMLDivElement>(null);
  useEachMove(geometry, useGlide(line, 0, geometry.width));
  return <div ref={line} className="playhead-line" style={{ height: geometry.height - 2 }} />;
}

/** The playhead's handle, with its line over the ruler, along which it is dragged. */
export function PlayheadKnob({ geometry }: { geometry: Geometry }) {
  const knob = useRef<SVGSVGElement>(null);
  useEachMove(geometry, useGlide(knob, -6, geometry.width - 6));
  return (
    <>
      <svg ref={knob} className="playhead-knob" width={12} height={geometry.ruler + 1} aria-hidden="true">
        <path className="knob" d={`M0 0h12v8l-5.25 6.1V${geometry.ruler + 1}h-1.25V14.4L0 8z`} />
      </svg>
      <div
        className="playhead-way"
        style={{ height: geometry.ruler }}
        {...dragging((x) => usePlayhead.getState().seek(nearestStop(geometry.stops, x)))}
      />
    </>
  );
}
