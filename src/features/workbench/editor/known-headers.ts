import { members } from '@/explain/headers';
import type { SimulationResult } from '@/scenario/result';
import { requestHeaderNames, responseHeaderNames } from '../vocabulary';

/** Headers whose values are names of headers. */
const LISTS = /^(?:access-control-(?:allow|expose|request)-headers|vary)$/;

/** Names of headers, in lower case: those that are well known, and those that a run carries. */
export function knownHeaders(result: SimulationResult | undefined): ReadonlySet<string> {
  const carried = (result?.exchanges ?? []).flatMap(({ requestHeaders, responseHeaders }) =>
    [...requestHeaders, ...responseHeaders].flatMap(([name, value]) =>
      LISTS.test(name.toLowerCase()) ? [name, ...members(value)] : [name],
    ),
  );
  return new Set([...requestHeaderNames, ...responseHeaderNames, ...carried].map((name) => name.toLowerCase()));
}
