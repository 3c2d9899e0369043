import type { BrowserState, HttpRequest } from '@/engine';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { RealmHost, WireAnswer, WireRequest } from '@/realm';
import type { KeptRun, Scenario, Server } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { openServer, type ServerEnvironment, type SimulatedServer } from '@/servers';
import { createClock, nextMacrotask, type SimulatedClock } from './clock';
import type { SimulationEnvironment } from './contract';
import { createInternet, type Internet } from './internet';
import { Recorder } from './recorder';
import { runVisits, type Surroundings } from './visits';

/** A server is where requests find it: at its origin as URLs have it, `https://a.example` for `https://A.example:443`. */
function serversOf(scenario: Scenario): Server[] {
  return scenario.servers.map((server) => ({ ...server, origin: originOfPage(server.origin) }));
}

/**
 * Runs a scenario: the frontend code in its sandbox, the simulated browser, the network and the servers, on a simulated
 * clock. The same scenario gives the same result, always. Never rejects for what a user wrote: that is in the result.
 *
 * @param kept what happened before: it happens again, unseen, so that servers and browsers are as it left them
 */
export async function simulate(
  scenario: Scenario,
  environment: SimulationEnvironment,
  kept: readonly KeptRun[] = [],
): Promise<SimulationResult> {
  const clock = createClock(nextMacrotask);
  const recorder = new Recorder(clock.now, !environment.withoutTrace);
  const realms = holdingTheClock(environment.realms, clock);
  const servers = new Map<string, SimulatedServer>();
  const wire = environment.wire.open(async (request, exchange) => {
    // The wire's message is real time; what the server does with it may take simulated time.
    const resume = clock.pass();
    try {
      const server = servers.get(new URL(request.url).origin);
      return server ? await server.handle(request, exchange) : { ok: false };
    } finally {
      resume();
    }
  });
  const configured = serversOf(scenario);
  const origins = configured.map((server) => server.origin);
  const internet = createInternet(origins, (origin) => servers.get(origin)?.isDown === true, wire, clock, recorder);
  const around: Surroundings = { realms, clock, recorder, internet };

  try {
    const opened = await Promise.all(
      configured.map((server) => openServer(server, environmentOf(server, origins, around))),
    );
    configured.forEach((server, index) => servers.set(server.origin, opened[index]!));

    const browsers = new Map<string, BrowserState>();
    for (const before of kept) {
      if ('wait' in before) await pass(before.wait, clock);
      else await runVisits(before, browsers, around);
    }
    if (kept.length > 0) recorder.begin();
    const cookies = await runVisits(scenario, browsers, around);
    return toResult(recorder, cookies);
  } finally {
    for (const server of servers.values()) server.close();
    wire.close();
  }
}

/** Simulated time goes by, and what servers wait for happens. */
async function pass(milliseconds: number, clock: SimulatedClock): Promise<void> {
  let isOver = false;
  void clock.wait(milliseconds).then(() => {
    isOver = true;
  });
  await clock.run(() => isOver);
}

function environmentOf(
  { origin }: Server,
  origins: readonly string[],
  { realms, clock, recorder, internet }: Surroundings,
): ServerEnvironment {
  return {
    realms,
    now: clock.now,
    wait: clock.wait,
    log: (entry) => recorder.log({ origin, ...entry }),
    state: (state, exchange) => recorder.states.take(origin, state, exchange),
    error: (error) => void recorder.serverErrors.push({ origin, ...error }),
    origins,
    send: (request) => sendUpstream(request, origin, internet),
  };
}

async function sendUpstream(request: WireRequest, from: string, internet: Internet): Promise<WireAnswer> {
  const http: HttpRequest = { kind: 'actual', ...request };
  const answer = await internet.exchange({ request: http, from });
  if (answer.ok) return { ok: true, ...answer.response };
  const { failure } = answer;
  return { ok: false, failure, message: `The connection to ${new URL(request.url).host} failed: ${failure}` };
}

/** The same realms; simulated time stands still while one of them works. */
function holdingTheClock(realms: RealmHost, clock: SimulatedClock): RealmHost {
  return {
    async open(program) {
      const realm = await clock.real(realms.open(program));
      return { turn: (turn) => clock.real(realm.turn(turn)), close: () => realm.close() };
    },
  };
}

function toResult(recorder: Recorder, cookies: SimulationResult['cookies']): SimulationResult {
  const serverState = recorder.states.all();
  return {
    version: 1,
    requests: recorder.requests,
    exchanges: recorder.exchanges,
    console: recorder.console,
    cookies,
    ...(recorder.error ? { error: recorder.error } : {}),
    ...(recorder.serverErrors.length ? { serverErrors: recorder.serverErrors } : {}),
    ...(serverState.length ? { serverState } : {}),
    serverLog: recorder.serverLog,
    events: recorder.events,
  };
}
