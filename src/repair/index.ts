/** What to change so that a request passes: searched from the run, and every proposal run before it is made. */

import type { Scenario } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { blockageOf } from './blockage';
import type { Repair } from './fix';
import { noteFor } from './note';
import { search, type Limits, type Run } from './search';

export type { Diff, DiffLine, Fix, Opening, Place, Repair, Step } from './fix';
export { isHeldBack } from './blockage';
export { FEWER } from './search';
export type { Limits, Run } from './search';

/** @returns null where the request needs no repair, or the search was given up */
export async function repairRequest(
  scenario: Scenario,
  result: SimulationResult,
  request: RequestResult,
  run: Run,
  options: { signal?: AbortSignal; limits?: Limits } = {},
): Promise<Repair | null> {
  const blockage = blockageOf(scenario, result, request);
  if (!blockage) return null;
  const fixes = await search(scenario, result, request, run, options);
  return options.signal?.aborted ? null : { fixes, note: noteFor(blockage, result, fixes) };
}
