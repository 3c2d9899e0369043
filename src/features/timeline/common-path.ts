import type { Run, Track } from '@/explain';
import type { Plan } from './plan';

/** The path of all, or what their paths begin with: `/users/…`. */
export function commonPath(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  if (rest.every((path) => path === first)) return short(first);
  let length = 0;
  while (length < first.length && rest.every((path) => path[length] === first[length])) length += 1;
  return `${short(first.slice(0, first.lastIndexOf('/', length) + 1))}…`;
}

const short = (path: string) => (path.length <= 16 ? path : `…${path.slice(-15)}`);

/** Of the request, and of those that are drawn as one with it. */
export function pathsOf(track: Track, run: Run, { voices }: Plan): string[] {
  const all = voices.get(track.request) ?? [track.request];
  return run.tracks.filter(({ request }) => all.includes(request)).map(({ path }) => path);
}

/** What requests have in common: "GET /users", "PUT /users/…", "GET, PUT, … /users". */
export function commonRequest(tracks: readonly Track[]): string {
  const methods = [...new Set(tracks.map(({ method }) => method))];
  const path = commonPath(tracks.map((track) => track.path));
  return `${methods.slice(0, 2).join(', ')}${methods.length > 2 ? ', …' : ''} ${path}`;
}
