import { hostOf, type Lane } from '@/explain';
import type { Geometry } from './geometry';

/** Width of a character. */
const CHARACTER = 6.6;
/** On both sides of a name on its paper. */
const EDGES = 22;
/** So many characters may stand over the paper's edge rather than be cut. */
const LEAST = 15;
const NOBODY = ', nobody';

/** Below a stave's name: whose it is, as much of it as stands beside them. */
export function detailOf(lane: Lane, { left, size }: Pick<Geometry, 'left' | 'size'>): string {
  const full = size === 'L';
  const room = Math.max(LEAST, Math.floor((left - EDGES) / CHARACTER));
  const host = hostOf(lane.detail);
  if (lane.absent) return full ? `${endsOf(host, room - NOBODY.length)}${NOBODY}` : 'nobody';
  if (lane.kind === 'browser') return lane.detail;
  return full && lane.detail.length <= room ? lane.detail : endsOf(host, room);
}

/** Both its ends tell a host from others: its name, its domain and its port. */
function endsOf(text: string, room: number): string {
  if (text.length <= room) return text;
  const head = Math.floor((room - 1) * 0.4);
  return `${text.slice(0, head)}…${text.slice(head + 1 - room)}`;
}
