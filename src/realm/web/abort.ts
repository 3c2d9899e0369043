/** https://dom.spec.whatwg.org/#aborting-ongoing-activities */

import { abortError } from '@/engine/profiles/request-errors';
import { DOMException, makeError } from './dom-exception';
import { defineHandlers, Event, EventTarget } from './events';
import { speaker } from './words';

interface SignalState {
  aborted: boolean;
  reason: unknown;
  /** The reason was made here, because none was given. */
  unreasoned: boolean;
  steps: (() => void)[];
}

const states = new WeakMap<AbortSignal, SignalState>();
let constructing = false;

function newSignal(): AbortSignal {
  constructing = true;
  try {
    return new AbortSignal();
  } finally {
    constructing = false;
  }
}

function stateOf(signal: AbortSignal): SignalState {
  const state = states.get(signal);
  if (!state) throw new TypeError('Illegal invocation');
  return state;
}

export class AbortSignal extends EventTarget {
  declare onabort: ((event: Event) => unknown) | null;

  constructor() {
    if (!constructing) throw new TypeError('Illegal constructor');
    super();
    states.set(this, { aborted: false, reason: undefined, unreasoned: false, steps: [] });
  }

  get aborted(): boolean {
    return stateOf(this).aborted;
  }

  get reason(): unknown {
    return stateOf(this).reason;
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = newSignal();
    signalAbort(signal, reason);
    return signal;
  }

  static timeout(milliseconds: unknown): AbortSignal {
    const signal = newSignal();
    const words = speaker() === 'firefox' || speaker() === 'webkit' ? 'The operation timed out.' : 'signal timed out';
    setTimeout(() => signalAbort(signal, new DOMException(words, 'TimeoutError')), Number(milliseconds));
    return signal;
  }

  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const all = [...signals];
    const signal = newSignal();
    const first = all.find(({ aborted }) => aborted);
    if (first) signalAbort(signal, first.reason);
    else for (const one of all) onAbort(one, () => signalAbort(signal, one.reason));
    return signal;
  }

  get [Symbol.toStringTag](): string {
    return 'AbortSignal';
  }
}
defineHandlers(AbortSignal.prototype, ['abort']);

export class AbortController {
  readonly signal = newSignal();

  abort(reason?: unknown): void {
    signalAbort(this.signal, reason);
  }

  get [Symbol.toStringTag](): string {
    return 'AbortController';
  }
}

function signalAbort(signal: AbortSignal, reason: unknown): void {
  const state = stateOf(signal);
  if (state.aborted) return;
  state.aborted = true;
  state.unreasoned = reason === undefined;
  state.reason = reason === undefined ? makeError(abortError(speaker(), 'before-fetch')) : reason;
  for (const step of state.steps.splice(0)) step();
  signal.dispatchEvent(new Event('abort'));
}

/** Runs before the listeners of `abort` do. */
export function onAbort(signal: AbortSignal, step: () => void): void {
  const state = stateOf(signal);
  if (state.aborted) step();
  else state.steps.push(step);
}

/** A signal that follows `signal`, as a Request has one. */
export function followSignal(signal: AbortSignal | null): AbortSignal {
  const follower = newSignal();
  if (signal) onAbort(signal, () => signalAbort(follower, stateOf(signal).unreasoned ? undefined : signal.reason));
  return follower;
}

/** What a fetch that is under way rejects with. */
export function fetchAbortReason(signal: AbortSignal): unknown {
  return stateOf(signal).unreasoned ? makeError(abortError(speaker(), 'in-flight')) : signal.reason;
}

export function isAbortSignal(value: unknown): value is AbortSignal {
  return value instanceof AbortSignal;
}
