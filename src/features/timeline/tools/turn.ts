import type { Run } from '@/explain';
import { useScore } from '@/stores/score';
import type { Geometry } from '../geometry';
import { episodeWith } from '../many/shapes';
import { silentOf } from '../plan';

/**
 * Out of what the request is drawn with, or else into a fold, with all that is under way with it; once more: back. Where
 * nothing else would be left to look at, nothing is folded.
 */
export function turn(request: number, run: Run, { rests, plan }: Pick<Geometry, 'rests' | 'plan'>): void {
  const { folded, unfolded, fold, unfold } = useScore.getState();
  const rest = rests.find(({ requests }) => requests.includes(request))?.requests;
  const chord = [...plan.voices.values()].find((requests) => requests.includes(request));
  if (folded.has(request)) unfold(folded.get(request)!);
  else if (unfolded.has(request)) fold(unfolded.get(request)!);
  else if (rest) unfold(rest.filter((other) => !folded.has(other)));
  else if (chord) unfold(chord);
  else {
    const episode = episodeWith(run, request);
    const gone = new Set([...silentOf(plan), ...episode]);
    if (run.tracks.some((track) => track.stops.length > 0 && !gone.has(track.request))) fold(episode);
  }
}
