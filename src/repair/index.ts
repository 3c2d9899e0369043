/** What to change so that a request passes: searched from the run, and every proposal run before it is made. */

import type { Scenario } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { isHeldBack, lookAt } from './blockage';
import type { Repair } from './fix';
import { noteFor } from './note';
import { isAnsweredByNobody, missingRoute } from './routes/missing-route';
import { search, type Limits, type Run } from './search';

export type { Diff, DiffLine, Fix, Opening, Place, Repair, Step } from './fix';
export { isHeldBack } from './blockage';
export { FEWER } from './search';
export type { Limits, Run } from './search';

/** The code cannot use the answer, or the answer says that nothing is there. */
export const mayNeedRepair = (request: RequestResult): boolean => isHeldBack(request) || isAnsweredByNobody(request);

/** @returns null where the request needs no repair, or the search was given up */
export async function repairRequest(
  scenario: Scenario,
  result: SimulationResult,
  request: RequestResult,
  run: Run,
  options: { signal?: AbortSignal; limits?: Limits } = {},
): Promise<Repair | null> {
  if (!mayNeedRepair(request)) return null;
  const look = lookAt(scenario, result, request);
  const missing = await missingRoute(scenario, result, look, run);
  const fixes = await search(scenario, result, request, run, missing, options);
  return options.signal?.aborted ? null : { fixes, note: noteFor(look, result, fixes, missing) };
}
