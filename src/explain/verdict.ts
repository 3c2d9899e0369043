import type { CodeError, SimulationResult, VerdictWord } from '@/scenario/result';
import { originOf } from './address';
import { permittedByExtension } from './extension';
import { noJsonBehind } from './no-json';
import type { RunVerdict, Track } from './run';
import { type Sentence, join, list, say, sayError } from './sentence';
import { serverErrorSentence } from './server-failure';

/** The worst outcome names the run. */
const ORDER: readonly VerdictWord[] = ['blocked', 'failed', 'opaque', 'allowed'];

export const VERDICT_WORDS: Record<VerdictWord, string> = {
  allowed: 'Allowed',
  blocked: 'Blocked',
  opaque: 'Opaque',
  failed: 'Failed',
};

/** The word that stands before the sentence. */
export const headlineOf = ({ word, neutral }: RunVerdict): string =>
  neutral === 'nothing-sent' ? 'Nothing sent' : VERDICT_WORDS[word];

/** The run in one word and one sentence. Requests of earlier visits count only where there are no others. */
export function verdictOf(result: SimulationResult, tracks: readonly Track[]): RunVerdict {
  const own = result.error && !isConsequence(result, result.error.message) ? result.error : null;
  if (own) return { word: 'failed', sentence: codeFailure(own, result) };
  const here = tracks.filter((track) => track.earlier === null);
  const settled = (here.length > 0 ? here : tracks).filter((track) => track.verdict !== null);
  const worst = [...settled].sort((a, b) => ORDER.indexOf(a.verdict!) - ORDER.indexOf(b.verdict!))[0];
  const word = worst?.verdict ?? 'allowed';
  const uncaught = word === 'allowed' && uncaughtError(result);
  if (uncaught) {
    const thrown = ['Nothing catches what the code threw: ', sayError(uncaught)];
    return { word: 'failed', sentence: join(noJsonBehind(result, uncaught) ?? [], thrown) };
  }
  if (!worst) {
    const server = result.serverErrors?.[0];
    if (server) return { word: 'failed', sentence: serverErrorSentence(server) };
    if (tracks.length > 0) return { word: 'failed', sentence: ['The run ended before the request was settled.'] };
    return { word, neutral: 'nothing-sent', sentence: ['The code made no request.'] };
  }
  const done = changedAnyway(result, settled);
  const foreign = word === 'allowed' && result.exchanges.some(permittedByExtension);
  const praise = foreign ? { neutral: 'extension' as const } : {};
  if (settled.length === 1) {
    // An earlier visit's requests are in the picture too: whose verdict is it?
    const whose = tracks.length > 1 ? say`${`${worst.method} ${worst.path}`}: ` : [];
    return { word, ...praise, sentence: join(whose, worst.sentence, done) };
  }
  const same = settled.filter((track) => track.verdict === word).length;
  if (word === 'allowed') {
    const because = foreign ? ' The extension, not the server, allowed it.' : '';
    return { word, ...praise, sentence: [`${all(same)}: the code may read every answer.${because}`] };
  }
  const count = same === settled.length ? `${all(same)}. ` : `${same} of ${settled.length} requests. `;
  return { word, sentence: join([count], say`${`${worst.method} ${worst.path}`}: `, worst.sentence, done) };
}

/** Blocked is what the code may read: the server has done its work all the same. */
function changedAnyway(result: SimulationResult, settled: readonly Track[]): Sentence {
  const changes = (result.serverState ?? []).flatMap((server) => server.changes);
  const isDoneBy = ({ verdict, legs }: Track, id: number | undefined): boolean =>
    verdict !== 'allowed' &&
    legs.some(({ kind, exchange }) => kind === 'actual' && exchange !== null && exchange === id);
  const doers = settled.filter((track) => changes.some(({ exchange }) => isDoneBy(track, exchange)));
  const paths = changes
    .filter(({ exchange }) => doers.some((track) => isDoneBy(track, exchange)))
    .map(({ path }) => path);
  if (paths.length === 0) return [];
  const who = settled.length === 1 ? ['it'] : list([...new Set(doers.map(({ method, path }) => `${method} ${path}`))]);
  return join([' But '], who, [' arrived: '], list([...new Set(paths)]), [' changed.']);
}

const all = (count: number) => (count === 2 ? 'Both requests' : `All ${count} requests`);

function codeFailure({ name, message, line, hint }: CodeError, result: SimulationResult): Sentence {
  // The sandbox's own words for code that did not come to an end: a whole sentence already.
  if (name === 'Stopped') return [sayError(message)];
  const where = line === undefined ? '' : ` (line ${line})`;
  const error = sayError(`${name}: ${message}`);
  const cause = noJsonBehind(result, `${name}: ${message}`);
  if (cause) return join(cause, [`So the code failed${where}: `, error]);
  return join([`The code itself failed${where}: `, error], hint ? [` ${hint}`] : [], failureBehind(result));
}

/** Code that reads an error page stumbles over it: what went wrong is the server's. */
function failureBehind({ exchanges, serverErrors = [] }: SimulationResult): Sentence {
  const failed = exchanges.find(({ status }) => status >= 500);
  const error = failed && serverErrors.find(({ origin }) => originOf(origin) === originOf(failed.url));
  return error ? join([` Before that, a server answered ${failed.status}. `], serverErrorSentence(error)) : [];
}

/** An error that no promise of the run's own carries: thrown in a timer or a listener. It is only on the console. */
function uncaughtError(result: SimulationResult): string | null {
  const printed = result.console.find(
    ({ source, level, request, visit, text }) =>
      source === 'browser' &&
      level === 'error' &&
      request === undefined &&
      visit === undefined &&
      !isConsequence(result, text),
  );
  return printed ? printed.text.replace(/^Uncaught (\(in promise\) )?|^Unhandled Promise Rejection: /, '') : null;
}

/** The code let a rejected request fall through: what it threw is the request's error, not one of its own. */
function isConsequence(result: SimulationResult, text: string): boolean {
  return result.requests.some(({ error }) => error !== undefined && text.endsWith(error.message));
}
