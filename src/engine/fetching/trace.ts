/** How the algorithms say what they decided. Nothing reads this back. */

import type { Comparison, Reason, Side, StepName, TraceEvent } from '../contract';
import type { FetchParams } from './fetch-params';

const FETCH = 'https://fetch.spec.whatwg.org/#';

type Detail = NonNullable<TraceEvent['detail']>;

interface Decision {
  step: StepName;
  /** Anchor in the Fetch Standard, or a whole URL. */
  spec?: string;
  compared?: Comparison | undefined;
  causes?: TraceEvent['causes'];
  detail?: Detail;
  cache?: TraceEvent['cache'];
  cookie?: TraceEvent['cookie'];
}

/** A gate. `reason` null: it lets through. */
export function gate(params: FetchParams, decision: Decision, reason: Reason | null): void {
  const { trace } = params.environment;
  if (!trace) return;
  const event = base(params, decision);
  event.verdict = reason === null ? 'pass' : 'fail';
  if (reason !== null) event.reason = reason;
  if (params.exchange !== undefined) event.exchange = params.exchange;
  trace(event);
}

/** A way: which road is taken. */
export function way(params: FetchParams, decision: Decision, answer: boolean): void {
  const { trace } = params.environment;
  if (!trace) return;
  const event = base(params, decision);
  event.answer = answer ? 'yes' : 'no';
  trace(event);
}

/** Something that happens: kept, dropped, filtered. */
export function note(params: FetchParams, decision: Decision): void {
  const { trace } = params.environment;
  if (!trace) return;
  const event = base(params, decision);
  if (params.exchange !== undefined) event.exchange = params.exchange;
  trace(event);
}

function base(params: FetchParams, { step, spec, compared, causes, detail, cache, cookie }: Decision): TraceEvent {
  const event: TraceEvent = { at: params.environment.now(), step, request: params.id };
  if (compared) event.compared = compared;
  if (causes) event.causes = causes;
  if (spec) event.spec = addressOf(spec);
  if (detail) event.detail = detail;
  if (cache) event.cache = cache;
  if (cookie) event.cookie = cookie;
  return event;
}

const addresses = new Map<string, string>();

/** The same few anchors come again with every request. */
function addressOf(spec: string): string {
  let address = addresses.get(spec);
  if (address === undefined) {
    address = spec.startsWith('https:') ? spec : FETCH + spec;
    addresses.set(spec, address);
  }
  return address;
}

export function equal(left: Side, right: Side, holds: boolean): Comparison {
  return { relation: 'equal', left, right, holds };
}

/** Refused by a rule that a few words can say. */
export function isNot(left: Side, rule: string): Comparison {
  return equal(left, { who: 'rule', value: rule }, false);
}

export function isIn(left: Side, right: Side, holds: boolean): Comparison {
  return { relation: 'in', left, right, holds };
}

export function allIn(left: Side, right: Side, missing: string[]): Comparison {
  return { relation: 'all-in', left, right, holds: missing.length === 0, missing };
}
