import type { RequestResult, SimulationResult } from '@/scenario/result';
import { isHeldBack } from './blockage';

const key = ({ visit, initiator, method, url }: RequestResult): string =>
  JSON.stringify([visit ?? null, initiator, method, url]);

/** The same request in another run: the one of that kind and number, or, where the page's own code was changed, of that id. */
export function counterpart(
  before: SimulationResult,
  request: RequestResult,
  after: SimulationResult,
): RequestResult | undefined {
  const ordinal = before.requests
    .filter(({ id }) => id < request.id)
    .filter((each) => key(each) === key(request)).length;
  const same = after.requests.filter((each) => key(each) === key(request));
  return same[ordinal] ?? after.requests[request.id];
}

/** The code gets what it asked for; a sealed answer is no more than that where it asked for a sealed one. */
export function passes(before: RequestResult, after: RequestResult): boolean {
  return !isHeldBack(after) || (after.verdict === 'opaque' && before.verdict !== 'opaque');
}

/** Whatever the code could use before, it still can. Requests that are not made any more do not count. */
export function nothingGotWorse(before: SimulationResult, after: SimulationResult, except: RequestResult): boolean {
  return before.requests.every((request) => {
    if (request.id === except.id || isHeldBack(request)) return true;
    const same = after.requests.filter((each) => key(each) === key(request));
    return same.length === 0 || same.some((each) => !isHeldBack(each));
  });
}
