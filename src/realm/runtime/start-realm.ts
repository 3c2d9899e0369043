/**
 * The inside of every realm. A runtime calls `startRealm` once, with the handlers of its kind of program. The host then runs
 *
 *     $realm(program, firstLine, async function () {
 *     …the user's code…
 *     })
 *
 * after it, and talks in turns. Timers, Date, Math.random and console are the same everywhere and are made here.
 */

import { decode, encode } from '../codec';
import type { HostMessage, RealmMessage } from '../messages';
import type { Delivery, Effect, RealmProgram } from '../protocol';
import { installClock } from './clock';
import { installConsole } from './console';
import { ENTRY } from './entry-point';
import { type Platform, takePlatform } from './platform';
import { type Positions, createPositions } from './positions';
import { installRandom } from './random';
import { removeNatives } from './remove-natives';
import { createTimers } from './timers';

/** What a runtime may do to the world. */
export interface RealmContext {
  /** Appends to what this turn gives back. */
  emit(effect: Effect): void;
  /** Simulated milliseconds since the run began. */
  now(): number;
  /** What the simulation last said that document.cookie says. */
  documentCookie(): string | undefined;
  /** A fresh id for a timer, a request or an upstream request; unique in this realm. */
  nextId(): number;
  /** Runs in this turn, at the same simulated moment, when all microtasks are done. */
  immediate(callback: () => void): void;
  /** 1-based line in the user's code that is running now, or where `error` came from. */
  positions: Positions;
  platform: Platform;
}

type Handler<T extends Delivery['type']> = (delivery: Extract<Delivery, { type: T }>) => void;

export interface RealmHandlers {
  /** `main` is the user's code; calling it twice runs it twice. */
  start(main: () => Promise<unknown>): void;
  response?: Handler<'response'>;
  failure?: Handler<'failure'>;
  request?: Handler<'request'>;
  upstream?: Handler<'upstream'>;
  /** Nothing is left to do in this turn. */
  turnEnded?(): void;
  /** Thrown out of a timer or another callback, or rejected and never handled. */
  uncaught(error: unknown, rejection: boolean, promise?: unknown): void;
}

/** Puts a program's globals in place and says how deliveries are handled. Runs before the user's code. */
export type OpenProgram<P extends RealmProgram> = (program: P, realm: RealmContext) => RealmHandlers;

/** More effects than this in one turn is a flood. */
export const EFFECTS_PER_TURN = 2000;

/** Rounds without a new effect before a turn counts as ended: a browser reports a rejection in a task of its own. */
const QUIET_ROUNDS = 2;

export function startRealm<P extends RealmProgram>(open: OpenProgram<P>): void {
  const platform = takePlatform();
  const scope = globalThis as unknown as Record<string, unknown>;
  Object.defineProperty(scope, ENTRY, {
    configurable: true,
    value: (program: P, firstLine: number, main: () => Promise<unknown>) => {
      delete scope[ENTRY];
      runRealm(platform, open, program, firstLine, main);
    },
  });
}

function runRealm<P extends RealmProgram>(
  platform: Platform,
  open: OpenProgram<P>,
  program: P,
  firstLine: number,
  main: () => Promise<unknown>,
): void {
  let now = 0;
  let documentCookie: string | undefined;
  let lastId = 0;
  let flooded = false;
  let effects: Effect[] = [];
  const immediates: (() => void)[] = [];
  const post = (message: RealmMessage): void => platform.post(encode(message));

  const emit = (effect: Effect): void => {
    if (flooded) return;
    effects.push(effect);
    if (effects.length < EFFECTS_PER_TURN) return;
    flooded = true;
    post({ type: 'flood', effects });
  };
  const realm: RealmContext = {
    emit,
    now: () => now,
    documentCookie: () => documentCookie,
    nextId: () => (lastId += 1),
    immediate: (callback) => void immediates.push(callback),
    positions: createPositions(firstLine, program.code.split('\n').length),
    platform,
  };
  const guarded = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      handlers.uncaught(error, false);
    }
  };

  removeNatives();
  const timers = createTimers(realm, guarded);
  installClock(realm);
  installRandom();
  installConsole(realm);
  const handlers = open(program, realm);
  platform.onUnhandledRejection((reason, promise) => handlers.uncaught(reason, true, promise));

  const deliver = (delivery: Delivery): void => {
    switch (delivery.type) {
      case 'start':
        return handlers.start(main);
      case 'timer':
        return timers.fire(delivery.id);
      case 'response':
        return handlers.response?.(delivery);
      case 'failure':
        return handlers.failure?.(delivery);
      case 'request':
        return handlers.request?.(delivery);
      case 'upstream':
        return handlers.upstream?.(delivery);
    }
  };

  const untilQuiet = (deliveries: Delivery[], quietRounds: number): void => {
    const before = effects.length;
    const next = deliveries.shift();
    const batch = immediates.splice(0);
    if (next) guarded(() => deliver(next));
    for (const callback of batch) guarded(callback);
    platform.macrotask(() => {
      const busy = next !== undefined || batch.length > 0 || immediates.length > 0 || effects.length !== before;
      const quiet = busy ? 0 : quietRounds + 1;
      if (quiet < QUIET_ROUNDS) return untilQuiet(deliveries, quiet);
      handlers.turnEnded?.();
      const given = effects;
      effects = [];
      if (!flooded) post({ type: 'turn', effects: given });
    });
  };

  platform.listen((text) => {
    const { turn } = decode(text) as HostMessage;
    now = turn.now;
    documentCookie = turn.documentCookie;
    untilQuiet([...turn.deliver], 0);
  });
  post({ type: 'ready' });
}
