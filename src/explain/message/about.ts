import type { StepName } from '@/engine';
import type { Exchange } from '@/scenario/result';
import type { Run, Track } from '../run';
import { headerValue } from '../headers';
import { type Sentence, join, list, say } from '../sentence';

/** What the browser’s words are about: the request, and the answer that the closed gate judged. */
export interface About {
  /** Origin of the page that asked; `null` where it is opaque. */
  page: string;
  initiator: string;
  method: string;
  url: string;
  /** The answer that was judged; null: there was none, or nothing is known of it. */
  judged: Exchange | null;
  /** The gate that closed. */
  step: StepName | null;
}

export function aboutOf(run: Run, track: Track): About {
  const stop = track.closedAt === null ? undefined : run.stops[track.closedAt];
  const exchanges = run.network.flatMap(({ exchange, request }) =>
    exchange && request === track.request ? [exchange] : [],
  );
  return {
    page: track.earlier ?? run.lanes.find(({ kind }) => kind === 'page')?.detail ?? 'null',
    initiator: track.initiator,
    method: track.method,
    url: track.url,
    judged: exchanges.find(({ id }) => id === stop?.exchange) ?? exchanges.at(-1) ?? null,
    step: stop?.step ?? null,
  };
}

export const isPreflight = ({ judged }: About): boolean => judged?.kind === 'preflight';

/** "The preflight’s answer", "The answer". */
export const theAnswer = (about: About): string => (isPreflight(about) ? 'The preflight’s answer' : 'The answer');

/** What became of the request when the gate closed. */
export function consequence(about: About): Sentence {
  if (isPreflight(about)) return say`The ${about.method} was therefore never sent.`;
  if (about.judged === null) return [];
  return ['The server has done its work; only the code does not get the answer.'];
}

/** What was looked for, and where: "Looked for in the 4 headers of the answer 204 to OPTIONS …: content-type, …" */
export function lookedFor(about: About): Sentence {
  const { judged } = about;
  if (!judged) return [];
  const names = [...new Set(judged.responseHeaders.map(([name]) => name.toLowerCase()))];
  const where = say`${String(judged.status)} to ${`${judged.method} ${judged.url}`}`;
  if (names.length === 0) return join(['The answer '], where, [' has no headers at all.']);
  return join(['Looked for among the headers of the answer '], where, [': '], list(names), ['.']);
}

/** What the answer that was judged says in a header. `name` in lower case. */
export function says(about: About, name: string): string | null {
  return about.judged ? headerValue(about.judged.responseHeaders, name) : null;
}

/** The header as it stood in the answer: "The answer says X: y." */
export function quoted(about: About, name: string): Sentence {
  const value = says(about, name.toLowerCase());
  if (!about.judged) return [];
  return value === null
    ? say` ${theAnswer(about)} has no ${name}.`
    : join([` ${theAnswer(about)} says `], [{ code: `${name}: ${value}` }], ['.']);
}
