import { hostOf, type Track } from '@/explain';
import { shortened } from '@/ui/shortened';
import { commonPath } from './common-path';
import type { Geometry } from './geometry';

/** What the code asked for, on the page's stave. */
export function Call({
  track,
  x,
  room,
  geometry,
  several,
  paths,
  settled,
}: {
  track: Track;
  x: number;
  /** Of several calls: where the next one's words begin, from here. */
  room: number;
  geometry: Geometry;
  several: boolean;
  /** Of all the equal requests that it stands for. */
  paths: readonly string[];
  settled: boolean;
}) {
  const brief = geometry.size === 'S' || several;
  const state = settled
    ? track.verdict === 'blocked' || track.verdict === 'failed'
      ? 'rejected'
      : 'fulfilled'
    : 'pending';
  const name = nameOf(track);
  const path = shortened(track.path);
  const end = track.settledAt === null ? Infinity : geometry.places[track.settledAt]!;
  const roomForState = end - x > callWidth(track) + path.length * CHARACTER + 110;
  const visit = visitOf(track);
  return (
    <text x={x - 3.5} y={geometry.pageY - 9} className="fig12 code">
      {several ? '' : `${name} `}
      <tspan className="strong">
        {brief ? briefly(track, paths, geometry.size !== 'S', several ? room : Infinity) : `${track.method} ${path}`}
      </tspan>
      {visit !== '' && geometry.size !== 'S' && (
        <tspan dx={10} className="fig remark">
          {visit}
        </tspan>
      )}
      {visit === '' && !brief && roomForState && (
        <tspan dx={14} className="fig remark">
          {track.initiator === 'fetch' ? `promise ${state}` : state}
        </tspan>
      )}
    </text>
  );
}

/** As much of it as stands before the next call. */
function briefly({ method, path }: Track, paths: readonly string[], hasPath: boolean, room: number): string {
  const times = paths.length > 1 ? `${paths.length}× ` : '';
  const where = paths.length > 1 ? commonPath(paths) : lastSegment(path);
  const words = [...(hasPath ? [`${times}${method} ${where}`] : []), `${times}${method}`];
  return words.find(({ length }) => length * CHARACTER < room) ?? '';
}

/** Width of a character of a call. */
const CHARACTER = 7.3;

/** As the code writes it. */
const NAMES: Record<string, string> = {
  xhr: 'XHR',
  beacon: 'sendBeacon',
  eventsource: 'EventSource',
  websocket: 'WebSocket',
  script: '<script>',
  img: '<img>',
  link: '<link>',
  form: '<form>',
};

const nameOf = ({ initiator }: Track) => NAMES[initiator] ?? initiator;

/** Room for a call's words on a phone. */
export const callWidth = (track: Track): number => (nameOf(track).length + track.method.length + 2) * CHARACTER;

/** Room that the words of one of several calls take, of what there is. */
export function briefWidth(track: Track, paths: readonly string[], room: number): number {
  const visit = visitOf(track);
  return (briefly(track, paths, true, room).length + (visit === '' ? 0 : visit.length + 2)) * CHARACTER;
}

const visitOf = ({ earlier }: Track) => (earlier === null ? '' : `on ${hostOf(earlier)}, earlier`);

const lastSegment = (path: string) => (path.length <= 9 ? path : `…${path.slice(path.lastIndexOf('/'))}`);
