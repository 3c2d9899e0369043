import type { Reason, TraceEvent } from '@/engine';
import { narrate } from '@/narration';
import type {
  ConsoleEntry,
  Exchange,
  RequestResult,
  ServerError,
  ServerLogEntry,
  SimulationResult,
  TimelineEvent,
  VerdictWord,
} from '@/scenario/result';
import { ServerStates } from './server-state';

/** Something that happens on the timeline, before it has its sentence. */
export type Happening = Omit<TraceEvent, 'request' | 'at'> & { request?: number; actor: string };

/** Collects a run as it happens. Ids are places in the lists. */
export class Recorder {
  readonly requests: RequestResult[] = [];
  readonly exchanges: Exchange[] = [];
  readonly console: ConsoleEntry[] = [];
  readonly serverLog: ServerLogEntry[] = [];
  readonly serverErrors: ServerError[] = [];
  readonly events: TimelineEvent[] = [];
  readonly states = new ServerStates();
  error: SimulationResult['error'];
  /** Index of the earlier visit under way; undefined for the run itself. */
  visit: number | undefined;

  private began = 0;

  constructor(
    private readonly clock: () => number,
    private readonly tracing: boolean,
  ) {}

  /** Simulated milliseconds since the run began. */
  now(): number {
    return this.clock() - this.began;
  }

  /** The run begins now. What was recorded so far was before it; of the servers, what they keep and why they do not run stays. */
  begin(): void {
    this.began = this.clock();
    for (const list of [this.requests, this.exchanges, this.console, this.serverLog, this.events]) list.length = 0;
    this.error = undefined;
    this.states.begin();
  }

  happened(happening: Happening): void {
    if (!this.tracing) return;
    const { detail, ...event } = happening;
    this.events.push({
      ...this.inVisit(),
      at: this.now(),
      ...this.sinceBegin(event),
      text: narrate({ ...event, detail }),
    });
  }

  print(entry: Omit<ConsoleEntry, 'at' | 'visit'>): ConsoleEntry {
    const added: ConsoleEntry = { ...this.inVisit(), ...entry, at: this.now() };
    this.console.push(added);
    if (entry.source === 'browser' && entry.request !== undefined) {
      this.requests[entry.request]?.console.push(entry.text);
    }
    this.happened({
      actor: 'page',
      step: 'console',
      request: entry.request,
      detail: { source: entry.source, level: entry.level, text: entry.text },
    });
    return added;
  }

  log(entry: Omit<ServerLogEntry, 'at'>): void {
    this.serverLog.push({ ...entry, at: this.now() });
  }

  addRequest(request: Omit<RequestResult, 'id' | 'visit' | 'console' | 'exchanges'>): RequestResult {
    const added: RequestResult = {
      id: this.requests.length,
      ...this.inVisit(),
      ...request,
      console: [],
      exchanges: [],
    };
    this.requests.push(added);
    return added;
  }

  addExchange(exchange: Omit<Exchange, 'id' | 'visit'>): Exchange {
    const added: Exchange = { id: this.exchanges.length, ...this.inVisit(), ...exchange };
    this.exchanges.push(added);
    return added;
  }

  /** What the browser keeps has times since everything was fresh: the run shows its own. Of before it, they are negative. */
  private sinceBegin<Kept extends Pick<TraceEvent, 'cache' | 'cookie'>>(event: Kept): Kept {
    const { began } = this;
    if (began === 0 || !(event.cache || event.cookie)) return event;
    const { cache, cookie } = event;
    return {
      ...event,
      ...(cache && {
        cache: cache.map((one) => ({ ...one, stored: one.stored - began, expires: one.expires - began })),
      }),
      ...(cookie && {
        cookie: {
          ...cookie,
          created: cookie.created - began,
          expires: cookie.expires === null ? null : cookie.expires - began,
        },
      }),
    };
  }

  private inVisit(): { visit?: number } {
    return this.visit === undefined ? {} : { visit: this.visit };
  }
}

const NOT_CORS: ReadonlySet<Reason> = new Set<Reason>([
  'invalid-request',
  'bad-port',
  'connection-closed',
  'connection-refused',
  'name-not-resolved',
  'timeout',
  'aborted',
  'only-if-cached-miss',
  'websocket-refused',
]);

/** The word for a request that failed: blocked by a rule, or failed for a cause that no rule decides. */
export function verdictOfFailure(reason: Reason): VerdictWord {
  return NOT_CORS.has(reason) ? 'failed' : 'blocked';
}
