import { createBrowser, type BrowserName, type BrowserState, type HttpRequest, type Network } from '@/engine';
import type { RealmHost, WireAnswer, WireRequest } from '@/realm';
import type { KeptRun, Scenario, Server, Visit } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { openServer, type ServerEnvironment, type SimulatedServer } from '@/servers';
import { createClock, nextMacrotask, type SimulatedClock } from './clock';
import type { SimulationEnvironment } from './contract';
import { runFrontend, type Requester } from './frontend';
import { createInternet, type Internet } from './internet';
import { Recorder } from './recorder';

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
  const origins = scenario.servers.map((server) => server.origin);
  const internet = createInternet(origins, wire, clock, recorder);
  const around: Surroundings = { realms, clock, recorder, internet };

  try {
    const opened = await Promise.all(
      scenario.servers.map((server) => openServer(server, environmentOf(server, origins, around))),
    );
    scenario.servers.forEach((server, index) => servers.set(server.origin, opened[index]!));

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

type Program = Omit<Scenario, 'version' | 'servers'>;

/**
 * The earlier visits and the page's own, in order.
 *
 * @param browsers what each browser keeps, of each user; changed
 * @returns the cookies of the last one
 */
async function runVisits(
  program: Program,
  browsers: Map<string, BrowserState>,
  around: Surroundings,
): Promise<SimulationResult['cookies']> {
  const visits: (Visit & { index?: number })[] = [
    ...(program.earlier ?? []).map((visit, index) => ({ ...visit, index })),
    { page: program.page, sandbox: program.sandbox, frontend: program.frontend },
  ];
  let cookies: SimulationResult['cookies'] = [];
  for (const visit of visits) {
    around.recorder.visit = visit.index;
    const browser = `${program.browser ?? 'chromium'} of ${visit.otherUser ? 'another' : 'the user'}`;
    const state = await runVisit(visit, program, browsers.get(browser), around);
    browsers.set(browser, state);
    cookies = state.cookies.map(({ name, value, domain, path, secure }) => ({
      url: `${secure ? 'https' : 'http'}://${domain}${path}`,
      name,
      value,
    }));
  }
  return cookies;
}

/** Simulated time goes by, and what servers wait for happens. */
async function pass(milliseconds: number, clock: SimulatedClock): Promise<void> {
  let isOver = false;
  void clock.wait(milliseconds).then(() => {
    isOver = true;
  });
  await clock.run(() => isOver);
}

interface Surroundings {
  realms: RealmHost;
  clock: SimulatedClock;
  recorder: Recorder;
  internet: Internet;
}

async function runVisit(
  visit: Visit,
  scenario: Program,
  state: BrowserState | undefined,
  { realms, clock, recorder, internet }: Surroundings,
): Promise<BrowserState> {
  const profile: BrowserName = scenario.browser ?? 'chromium';
  let isOver = false;
  // Only browsers have extensions.
  const isExtended = scenario.extension && (scenario.client ?? 'browser') === 'browser';
  const network: Network = {
    exchange: (request, requestId) => internet.exchange({ request, from: 'browser', requestId }),
  };
  const browser = createBrowser({
    profile,
    client: { url: visit.page, sandboxed: visit.sandbox ?? false },
    network: isExtended ? (await import('./cors-extension')).withCorsExtension(network, recorder) : network,
    now: clock.now,
    real: (work) => clock.real(work),
    ...(state ? { state } : {}),
    trace: ({ at: _, ...event }) => recorder.happened({ actor: 'browser', ...event }),
    console: (line, request) => recorder.print({ ...line, source: 'browser', request }),
  });
  if (scenario.client === 'curl') {
    const { runCurl } = await import('./curl/run-curl');
    const finished = runCurl(visit.frontend, { internet, clock, recorder }).finally(() => {
      isOver = true;
    });
    await clock.run(() => isOver);
    await finished;
    return browser.state();
  }
  if (!state) {
    for (const { url, setCookie } of scenario.cookies ?? []) browser.storeCookie(url, setCookie);
  }
  const native = scenario.client === 'native-app';
  const requester: Requester = native
    ? (await import('./native-client')).createNativeClient(internet)
    : (request, id, signal) => browser.fetch(request, id, signal);
  const realm = await realms.open({
    kind: 'frontend',
    code: visit.frontend,
    page: visit.page,
    origin: browser.origin,
    browser: profile,
    unrestricted: native,
  });
  try {
    await runFrontend({ realm, requester, profile, documentCookie: browser.documentCookie, clock, recorder });
  } finally {
    realm.close();
  }
  return browser.state();
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
