import type { Run, Stop, Track } from '@/explain';
import { moment } from '../clock';

/** The run in sentences, one a stop: when, of which request where there are several, what happens, and what then does not. */
export function sentencesOf(run: Run): string[] {
  const tracks = new Map(run.tracks.map((track) => [track.request, track]));
  return run.stops.map((stop) => {
    const track = stop.request === null ? undefined : tracks.get(stop.request);
    const parts = [`${moment(stop.at)}.`, whose(run, track), stop.sentence, ...stop.notes, absence(stop, track)];
    return parts.filter((part) => part !== '').join(' ');
  });
}

function whose({ tracks }: Run, track: Track | undefined): string {
  if (!track || tracks.length === 1) return '';
  return `Request ${tracks.indexOf(track) + 1} of ${tracks.length}, ${track.method} ${track.path}:`;
}

/** What a closed gate prevents stands behind it in the picture. */
function absence({ index }: Stop, track: Track | undefined): string {
  if (track?.closedAt !== index || track.prevented === '') return '';
  return `${track.prevented.charAt(0).toUpperCase()}${track.prevented.slice(1)}.`;
}
