/** A step of the simulation in the shape of the recordings. */

import type { ConsoleEntry, SimulationResult } from '@/scenario/result';
import { STEP_MARK } from './frontend-code';
import type { ObservedStep } from './recording';

/** @param index of the step: each makes exactly one request */
export function simulatedStep(result: SimulationResult, index: number): ObservedStep {
  const request = result.requests[index];
  const console = result.console.filter((line) => line.source === 'browser' && stepOf(result, line) === index);
  if (!request) return { outcome: 'rejected', error: missing(result), console, requests: [] };
  const exchanges = result.exchanges.filter(({ id, from }) => request.exchanges.includes(id) && from === 'browser');
  const { outcome, error, response } = request;
  return {
    outcome,
    ...(error ? { error } : {}),
    ...(response ? { response } : {}),
    console: console.map(({ level, text }) => ({ level, text })),
    requests: exchanges.map(({ method, url, requestHeaders }) => ({
      method,
      url,
      headers: lowerCased(requestHeaders),
    })),
  };
}

function missing(result: SimulationResult): ObservedStep['error'] {
  return result.error ?? { name: 'Missing', message: 'the simulation shows no request for this step' };
}

/** A line that is about no request belongs to the step under way. */
function stepOf(result: SimulationResult, line: ConsoleEntry): number {
  const at = result.requests.findIndex(({ id }) => id === line.request);
  if (at >= 0) return at;
  const before = result.console.slice(0, result.console.indexOf(line));
  const mark = before.findLast(({ source, text }) => source === 'code' && text.startsWith(STEP_MARK));
  return mark ? Number(mark.text.slice(STEP_MARK.length)) : 0;
}

function lowerCased(headers: readonly [string, string][]): [string, string][] {
  return headers.map(([name, value]) => [name.toLowerCase(), value]);
}
