/** Who else may read an answer. The server is asked as strangers' pages would ask it: nothing is taken on trust. */

import { headerValue } from '@/explain/headers';
import { EVIL, strangersTo } from '@/explain/origins/strangers';
import type { Scenario } from '@/scenario/document';
import type { Exchange, RequestResult, SimulationResult } from '@/scenario/result';
import { ask, type Simulate } from '@/simulation/ask';
import { OPENINGS, type Step } from './fix';

export interface Admission {
  /** What a stranger's page may read: nothing, what everybody gets, or what is the logged-in user's. */
  reads: 'nothing' | 'public' | 'private';
  /** The stranger. */
  origin: string;
}

const READS: readonly Admission['reads'][] = ['nothing', 'public', 'private'];

/** What the server lets a stranger's page read of this request, the one that is let in furthest. */
export async function admissionTo(
  scenario: Scenario,
  result: SimulationResult,
  request: RequestResult,
  run: Simulate,
): Promise<Admission> {
  const judged = request.exchanges
    .map((id) => result.exchanges[id]!)
    .filter(({ from, requestHeaders }) => from === 'browser' && headerValue(requestHeaders, 'origin') !== null);
  const nobody: Admission = { reads: 'nothing', origin: EVIL };
  const [first] = judged;
  if (!first) return nobody;
  const origins = strangersTo(headerValue(first.requestHeaders, 'origin')!);
  const probes = origins.flatMap((origin) => judged.map((exchange) => probeOf(exchange, origin)));
  const answers = await ask(scenario, [], probes, run);
  return origins
    .map((origin, at): Admission => {
      const own = answers.slice(at * judged.length, (at + 1) * judged.length);
      const least = Math.min(
        ...own.map((answer) => READS.indexOf(answer ? readable(answer.exchange, origin) : 'nothing')),
      );
      return { reads: READS[least]!, origin };
    })
    .reduce((most, each) => (isMore(each, most) ? each : most), nobody);
}

export const isMore = (one: Admission, other: Admission): boolean =>
  READS.indexOf(one.reads) > READS.indexOf(other.reads);

/**
 * What the steps open, where it turned out to be more than they were meant to. What the server says to everybody elsewhere is
 * meant for everybody: that makes no step worse than another.
 */
export function widened(steps: readonly Step[], { reads, origin }: Admission): Step[] {
  const worst = Math.max(...steps.map((step) => OPENINGS.indexOf(step.opening)));
  if (worst >= OPENINGS.indexOf(reads === 'private' ? 'unsafe' : 'everyone')) return [...steps];
  const at = steps.findIndex((step) => OPENINGS.indexOf(step.opening) === worst);
  const known = { opens: opensTo(reads, origin), ...(reads === 'private' ? { opening: 'unsafe' as const } : {}) };
  return steps.map((step, index) => (index === at ? { ...step, ...known } : step));
}

function opensTo(reads: Admission['reads'], origin: string): string {
  const what = reads === 'private' ? 'read what the server tells the logged-in user' : 'read this answer';
  if (origin !== EVIL) return `A page of ${origin} may then ${what}, too: its name is let in as well.`;
  return reads === 'private'
    ? `Every page that the user opens may then ${what}: whoever asks is let in.`
    : `Every site may ${what}, without the user’s cookies. Right for what is public.`;
}

/** What the browser says of itself and of the connection would not be the stranger's. */
const OWN = /^(origin|host|referer|connection|content-length|sec-.*)$/i;

function probeOf({ method, url, requestHeaders, requestBody }: Exchange, origin: string) {
  const headers = requestHeaders.filter(([name]) => !OWN.test(name));
  return { method, url, origin, headers, body: requestBody || null, cookies: false };
}

function readable({ responseHeaders }: Exchange, origin: string): Admission['reads'] {
  const said = headerValue(responseHeaders, 'access-control-allow-origin');
  if (said === origin) {
    return headerValue(responseHeaders, 'access-control-allow-credentials') === 'true' ? 'private' : 'public';
  }
  return said === '*' ? 'public' : 'nothing';
}
