import type { Geometry, LegGeometry } from '../geometry';
import { labelWidth, outbound, placesOf } from '../labels';

export interface Box {
  words: string;
  line: number;
  from: number;
  to: number;
  y: number;
}

/** All lines of a message's words, where they stand. */
export function boxesOf(leg: LegGeometry, geometry: Geometry): Box[] {
  const { xOut, yOut, xBack, yBack } = placesOf(leg, geometry);
  const width = (words: string, line: number) => labelWidth(line === 0 ? [words] : ['', words]);
  return [
    ...outbound(leg).map((words, line) => ({
      words,
      line,
      from: xOut - width(words, line),
      to: xOut,
      y: yOut + 16 * line,
    })),
    ...leg.back.map((words, line) => ({
      words,
      line,
      from: xBack,
      to: xBack + width(words, line),
      y: yBack + 16 * line,
    })),
  ];
}

/** Which of them stand in each other. */
export const overlaps = (all: readonly Box[]) =>
  all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.from < b.to && b.from < a.to && Math.abs(a.y - b.y) < 12)
      .map((b) => `${a.words} and ${b.words}`),
  );
