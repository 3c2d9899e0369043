import { numberOf, type Run, type Stop, type Track } from '@/explain';
import { moment } from '@/narration';

/** The run in sentences, one a stop, each with its moment. */
export function sentencesOf(run: Run): string[] {
  return run.stops.map((stop) => `${moment(stop.at)}. ${sentenceOf(run, stop)}`);
}

/** What a stop says to whom the picture says nothing: of which request, where there are several, what happens, and what then does not. */
export function sentenceOf(run: Run, stop: Stop): string {
  const { tracks } = run;
  const track = tracks.find(({ request }) => request === stop.request);
  const number = `Request ${numberOf(run, stop.request)} of ${tracks.length}`;
  const whose = track && tracks.length > 1 ? nameOf(track, stop, number) : '';
  const parts = [whose, stop.sentence, ...stop.notes, absence(stop, track)];
  return parts.filter((part) => part !== '').join(' ');
}

/** The call says itself that it is of an earlier visit. */
function nameOf({ method, path, earlier }: Track, { kind }: Stop, number: string): string {
  return `${number}, ${method} ${path}${earlier !== null && kind !== 'call' ? ' of an earlier visit' : ''}:`;
}

/** What a closed gate prevents stands behind it in the picture. */
function absence({ index }: Stop, track: Track | undefined): string {
  if (track?.closedAt !== index || track.prevented === '') return '';
  return `${track.prevented.charAt(0).toUpperCase()}${track.prevented.slice(1)}.`;
}
