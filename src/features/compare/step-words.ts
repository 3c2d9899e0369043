import { numberOf, type Run, type Stop } from '@/explain';
import { shortened } from '@/ui/shortened';
import { kindOf } from './kind-of';

const trackOf = (stop: Stop, run: Run) => run.tracks.find(({ request }) => request === stop.request);

/** What happens in a step. */
export function nameOf(stop: Stop, run: Run): string {
  const exchange = run.network.find((row) => row.exchange?.id === stop.exchange && stop.exchange !== null)?.exchange;
  if (stop.kind === 'arrive') return exchange?.method ?? 'Request';
  if (stop.kind === 'answer') return exchange ? `${exchange.status} ${exchange.statusText}` : 'Answer';
  if (stop.kind === 'call') return trackOf(stop, run)?.method ?? 'Request';
  return stop.name;
}

/**
 * Of several requests, the one that a step is of: "PUT /orders", and where that does not tell, its number. A decision says
 * it only where the step before is of another one. A call says it itself.
 */
export function whoseOf(stop: Stop, run: Run): string {
  const track = trackOf(stop, run);
  if (!track || run.tracks.length < 2 || stop.kind === 'call') return '';
  const goesOn = run.stops[stop.index - 1]?.request === stop.request;
  if (goesOn && (stop.kind === 'way' || stop.kind === 'gate')) return '';
  const { method, path } = track;
  const name = `${method} ${shortened(path)}`;
  const namesakes = run.tracks.filter((other) => other.method === method && other.path === path);
  return namesakes.length > 1 ? `${name}, ${numberOf(run, stop.request)} of ${run.tracks.length}` : name;
}

/** When it happens, or what it found. */
export function wordOf(stop: Stop, run: Run): string {
  const at = `${Math.round(stop.at)} ms`;
  const track = trackOf(stop, run);
  switch (stop.kind) {
    case 'call':
      return track?.path ?? at;
    case 'settle':
      return track?.got ? `${track.got.name}, ${track.verdict}` : at;
    case 'arrive':
      return kindOf(run, stop) === 'preflight' ? `preflight, ${at}` : at;
    case 'answer':
    case 'lost':
    case 'wait':
      return at;
    default:
      return stop.word;
  }
}
