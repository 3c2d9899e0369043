import type { HttpRequest } from '@/engine';
import type { Delivery, Effect, RealmProgram, Realm, RealmError, ServerAnswer } from '@/realm';
import type { ServerEnvironment, ServerReply } from './contract';

/** Simulated milliseconds that a client waits for an answer that nothing is under way for any more. */
const PATIENCE = 120_000;
/** More turns than any server needs that is not busy for ever. */
const MOST_TURNS = 5_000;

interface UnderWay {
  exchange: number;
  title: string;
  resolve(reply: ServerReply): void;
  /** Nobody in the realm is known to be working on it: its client's patience runs. */
  idle: boolean;
}

/** One realm of a server, from its start to its end: requests and timers go in, answers and log lines come out. */
export class ServerProcess {
  private readonly queue: Delivery[] = [];
  private readonly underWay = new Map<number, UnderWay>();
  private readonly timers = new Set<number>();
  private upstream = 0;
  private turns = 0;
  private lastRequest = 0;
  private pumping = false;
  /** The exchange that this turn works on, where there is no doubt. */
  private served: number | undefined;
  private alive = true;
  private stopped = false;

  private constructor(
    private readonly realm: Realm,
    private readonly environment: ServerEnvironment,
    private readonly report: (error: RealmError) => void,
  ) {}

  /** Resolves when the code has run to its end, or to its first pause. */
  static async start(
    program: RealmProgram,
    environment: ServerEnvironment,
    report: (error: RealmError) => void,
  ): Promise<ServerProcess> {
    const process = new ServerProcess(await environment.realms.open(program), environment, report);
    await process.deliver({ type: 'start' });
    return process;
  }

  get isAlive(): boolean {
    return this.alive;
  }

  /** It would be running still, had it not been stopped: it did not end by itself. */
  get wasStopped(): boolean {
    return this.stopped;
  }

  handle(request: HttpRequest, exchange: number): Promise<ServerReply> {
    return new Promise((resolve) => {
      const id = (this.lastRequest += 1);
      const { method, url, headers, body } = request;
      this.underWay.set(id, { exchange, title: `${method} ${new URL(url).pathname}`, resolve, idle: false });
      void this.deliver({ type: 'request', id, request: { method, url, headers, body } });
    });
  }

  close(): void {
    if (this.alive) this.realm.close();
    this.end();
  }

  private async deliver(delivery: Delivery): Promise<void> {
    if (!this.alive) return;
    this.queue.push(delivery);
    if (this.pumping) return;
    this.pumping = true;
    for (let next = this.queue.shift(); next && this.alive; next = this.queue.shift()) await this.turn(next);
    this.pumping = false;
    this.watchTheIdle();
  }

  private async turn(delivery: Delivery): Promise<void> {
    this.turns += 1;
    if (this.turns > MOST_TURNS) {
      this.stopped = true;
      return this.crash({ name: 'Stopped', message: `The server was still busy after ${MOST_TURNS} turns.` });
    }
    this.served = delivery.type === 'request' ? this.underWay.get(delivery.id)?.exchange : this.onlyExchange().exchange;
    const turn = await this.realm.turn({ now: this.environment.now(), deliver: [delivery] });
    if (!this.alive) return;
    for (const effect of turn.effects) this.apply(effect);
    if (turn.ok) return;
    this.stopped = turn.failure.kind !== 'syntax' && turn.failure.kind !== 'load';
    this.crash(turn.failure);
  }

  private apply(effect: Effect): void {
    switch (effect.type) {
      case 'timer':
        this.timers.add(effect.id);
        void this.environment.wait(effect.delay).then(() => {
          if (this.timers.delete(effect.id)) void this.deliver({ type: 'timer', id: effect.id });
        });
        return;
      case 'clear-timer':
        this.timers.delete(effect.id);
        return;
      case 'console': {
        const { level, text, line, request } = effect;
        const exchange = request === undefined ? undefined : this.underWay.get(request)?.exchange;
        const about = exchange === undefined ? this.onlyExchange() : { exchange };
        return this.environment.log({ level, text, ...(line === undefined ? {} : { line }), ...about });
      }
      case 'answer':
        return this.settle(effect.id, toReply(effect.answer));
      case 'upstream':
        this.upstream += 1;
        void this.environment.send(effect.request).then((answer) => {
          this.upstream -= 1;
          void this.deliver({ type: 'upstream', id: effect.id, answer });
        });
        return;
      case 'problem':
        return this.report(effect.error);
      case 'state':
        return this.environment.state(JSON.parse(effect.state), this.served);
      case 'settled':
        if (effect.error) this.crash(effect.error);
        return;
      default:
        return;
    }
  }

  /** The exchange a log line belongs to, where there is no doubt. */
  private onlyExchange(): { exchange?: number } {
    const [only, other] = this.underWay.values();
    return only && !other ? { exchange: only.exchange } : {};
  }

  private settle(id: number, reply: ServerReply): void {
    this.underWay.get(id)?.resolve(reply);
    this.underWay.delete(id);
  }

  private crash(error: RealmError): void {
    if (!this.alive) return;
    this.report(error);
    this.realm.close();
    this.end();
  }

  private end(): void {
    this.alive = false;
    this.timers.clear();
    for (const id of this.underWay.keys()) this.settle(id, { ok: false });
  }

  /** Where nothing is left that could answer a request, its client gives up in the end. */
  private watchTheIdle(): void {
    if (this.timers.size > 0 || this.upstream > 0) return;
    for (const [id, request] of this.underWay) {
      if (request.idle) continue;
      request.idle = true;
      void this.environment.wait(PATIENCE).then(() => {
        if (!this.underWay.has(id)) return;
        const message = `${request.title} was never answered: no handler ended the response, or called next().`;
        this.report({ name: 'Stopped', message });
        this.settle(id, { ok: false });
      });
    }
  }
}

function toReply({ status, statusText, headers, body, aborted, line, headerLines }: ServerAnswer): ServerReply {
  if (aborted) return { ok: false };
  const source = { ...(line === undefined ? {} : { line }), ...(headerLines ? { headers: headerLines } : {}) };
  return {
    ok: true,
    response: { status, statusText, headers, body },
    ...(line === undefined && !headerLines ? {} : { source }),
  };
}
