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
  const alike = ({ requests }: SimulationResult): number =>
    requests.filter((each) => key(each) === key(request)).length;
  // Where one of several is another now, it is the one that was changed.
  const isChanged = alike(after) < alike(before);
  return (isChanged ? undefined : twin(before, request, after)) ?? after.requests[request.id];
}

/** The request of the same kind and number. */
function twin(before: SimulationResult, request: RequestResult, after: SimulationResult): RequestResult | undefined {
  const same = (each: RequestResult) => key(each) === key(request);
  const ordinal = before.requests.filter((each) => each.id < request.id && same(each)).length;
  return after.requests.filter(same)[ordinal];
}

/** The code gets what it asked for; a sealed answer is no more than that where it asked for a sealed one. */
export function passes(before: RequestResult, after: RequestResult): boolean {
  return !isHeldBack(after) || (after.verdict === 'opaque' && before.verdict !== 'opaque');
}

/** Whatever the code could use before, it still can. Requests that are not made any more do not count. */
export function nothingGotWorse(before: SimulationResult, after: SimulationResult, except: RequestResult): boolean {
  return before.requests.every((request) => {
    if (request.id === except.id || isHeldBack(request)) return true;
    const now = twin(before, request, after);
    return now === undefined || !isHeldBack(now);
  });
}
