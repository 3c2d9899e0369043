/**
 * A realm, seen from the host's side: turns one after another, each with a deadline in real time, and every message parsed.
 * However it ends (a runaway, a flood, a syntax error, a lie), the pending turn and all later ones get the failure.
 */

import { encode, parseRealmMessage, type Realm, type RealmFailure, type Turn, type TurnResult } from '@/realm';
import type { Effect } from '@/realm';

/** Milliseconds of real time that a turn may take. */
const DEADLINE = 1500;
/** Milliseconds of real time until a realm that was just opened must have loaded its runtime. */
const LOADING_DEADLINE = 15_000;

/** The way to the realm. */
export interface RealmChannel {
  post(text: string): void;
  /** The realm is to be ended now; `failure` says why, absent where it is just not needed any more. */
  end(failure?: RealmFailure): void;
}

interface PendingTurn {
  turn: Turn;
  resolve(result: TurnResult): void;
}

export class HostedRealm implements Realm {
  private readonly queue: PendingTurn[] = [];
  private current: PendingTurn | null = null;
  private ready = false;
  private over: RealmFailure | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param deadline milliseconds of real time that a turn may take */
  constructor(
    private readonly channel: RealmChannel,
    private readonly deadline = DEADLINE,
  ) {
    this.timer = setTimeout(() => {
      this.fail({ kind: 'load', name: 'LoadError', message: 'The sandbox did not start.' });
    }, LOADING_DEADLINE);
  }

  turn(turn: Turn): Promise<TurnResult> {
    return new Promise((resolve) => {
      this.queue.push({ turn, resolve });
      this.next();
    });
  }

  close(): void {
    this.finish({ kind: 'crash', name: 'Closed', message: 'The sandbox was closed.' }, []);
    this.channel.end();
  }

  /** A message from the realm. */
  receive(text: string): void {
    if (this.over) return;
    try {
      const message = parseRealmMessage(text);
      switch (message.type) {
        case 'ready':
          if (this.ready) throw new TypeError('message: the realm was ready before');
          this.ready = true;
          clearTimeout(this.timer);
          return this.next();
        case 'turn':
          return this.turned(message.effects);
        case 'flood':
          return this.fail(FLOOD, message.effects);
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.fail({ kind: 'crash', name: 'SandboxError', message: `The sandbox sent what it must not send (${why}).` });
    }
  }

  fail(failure: RealmFailure, effects: Effect[] = []): void {
    if (this.over) return;
    this.finish(failure, effects);
    this.channel.end(failure);
  }

  private turned(effects: Effect[]): void {
    const ended = this.current;
    if (!ended) throw new TypeError('message: no turn was under way');
    clearTimeout(this.timer);
    this.current = null;
    ended.resolve({ ok: true, effects });
    this.next();
  }

  private next(): void {
    if (this.over) return this.refuseAll(this.over);
    if (!this.ready || this.current) return;
    const next = this.queue.shift();
    if (!next) return;
    this.current = next;
    this.timer = setTimeout(() => this.mayBeLate(next), this.deadline);
    this.channel.post(encode({ type: 'turn', turn: next.turn }));
  }

  /** Where the host itself was busy, the answer may be waiting behind this timer: it gets the chance to be read. */
  private mayBeLate(turn: PendingTurn): void {
    this.timer = setTimeout(() => {
      if (this.current === turn) this.fail(late(this.deadline));
    }, 20);
  }

  private finish(failure: RealmFailure, effects: Effect[]): void {
    clearTimeout(this.timer);
    this.over ??= failure;
    this.current?.resolve({ ok: false, failure, effects });
    this.current = null;
    this.refuseAll(failure);
  }

  private refuseAll(failure: RealmFailure): void {
    for (const { resolve } of this.queue.splice(0)) resolve({ ok: false, failure, effects: [] });
  }
}

const late = (deadline: number): RealmFailure => ({
  kind: 'deadline',
  name: 'Stopped',
  message: `The code ran for ${deadline / 1000} seconds without pausing and was stopped. Is there a loop that never ends?`,
});

export const FLOOD: RealmFailure = {
  kind: 'flood',
  name: 'Stopped',
  message: 'The code did too much at once (thousands of lines, timers or requests) and was stopped.',
};
