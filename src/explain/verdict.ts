import type { SimulationResult } from '@/scenario/result';
import type { VerdictWord } from '@/scenario/result';
import type { RunVerdict, Track } from './run';
import { join, say } from './sentence';

/** The worst outcome names the run. */
const ORDER: readonly VerdictWord[] = ['blocked', 'failed', 'opaque', 'allowed'];

export const VERDICT_WORDS: Record<VerdictWord, string> = {
  allowed: 'Allowed',
  blocked: 'Blocked',
  opaque: 'Opaque',
  failed: 'Failed',
};

/** The run in one word and one sentence. */
export function verdictOf(result: SimulationResult, tracks: readonly Track[]): RunVerdict {
  const settled = tracks.filter((track) => track.verdict !== null);
  const own = result.error && !isConsequence(result) ? result.error : null;
  if (own) {
    const where = own.line === undefined ? [] : [` Line ${own.line} of the frontend code.`];
    return { word: 'failed', sentence: join(say`The code itself failed: ${`${own.name}: ${own.message}`}.`, where) };
  }
  const server = result.serverErrors?.[0];
  const worst = [...settled].sort((a, b) => ORDER.indexOf(a.verdict!) - ORDER.indexOf(b.verdict!))[0];
  if (!worst) {
    if (server) return { word: 'failed', sentence: say`The server's code failed: ${server.message}.` };
    if (tracks.length > 0) return { word: 'failed', sentence: ['The run ended before the request was settled.'] };
    return { word: 'allowed', sentence: ['The code made no request, so there was nothing to decide.'] };
  }
  const word = worst.verdict!;
  if (settled.length === 1) return { word, sentence: worst.sentence };
  const same = settled.filter((track) => track.verdict === word).length;
  if (word === 'allowed') {
    return { word, sentence: [`${all(same)}: the code may read every answer.`] };
  }
  const count = same === settled.length ? `${all(same)}. ` : `${same} of ${settled.length} requests. `;
  return { word, sentence: join([count], say`${`${worst.method} ${worst.path}`}: `, worst.sentence) };
}

const all = (count: number) => (count === 2 ? 'Both requests' : `All ${count} requests`);

/** The code let a rejected request fall through: what it threw is the request's error, not one of its own. */
function isConsequence(result: SimulationResult): boolean {
  return result.requests.some(
    (request) => request.error !== undefined && request.error.message === result.error?.message,
  );
}
