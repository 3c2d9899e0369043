import { createBrowser, type BrowserName, type BrowserState, type Network, type SimulatedBrowser } from '@/engine';
import type { Realm, RealmHost } from '@/realm';
import type { Scenario, Visit } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import type { SimulatedClock } from './clock';
import { runFrontend, type Requester } from './frontend';
import type { Internet } from './internet';
import type { Recorder } from './recorder';

/** What somebody does at a browser: pages that are visited, one after another. */
type Program = Omit<Scenario, 'version' | 'servers'>;

export interface Surroundings {
  realms: RealmHost;
  clock: SimulatedClock;
  recorder: Recorder;
  internet: Internet;
}

/** A page in its browser, before its code runs. */
interface OpenVisit {
  browser: SimulatedBrowser;
  /** null: curl, which is no page. */
  realm: Realm | null;
}

type NumberedVisit = Visit & { index?: number };

/** The earlier visits and the page's own, in order. */
function visitsOf(program: Program): NumberedVisit[] {
  return [
    ...(program.earlier ?? []).map((visit, index) => ({ ...visit, index })),
    { page: program.page, sandbox: program.sandbox, frontend: program.frontend },
  ];
}

/**
 * Makes all visits, in order.
 *
 * @param browsers what each browser keeps, of each user; changed
 * @returns the cookies of the last one
 */
export async function runVisits(
  program: Program,
  browsers: Map<string, BrowserState>,
  around: Surroundings,
): Promise<SimulationResult['cookies']> {
  let cookies: SimulationResult['cookies'] = [];
  for (const visit of visitsOf(program)) {
    around.recorder.visit = visit.index;
    const user = `${program.browser ?? 'chromium'} of ${visit.otherUser ? 'another' : 'the user'}`;
    const before = browsers.get(user);
    const page = await open(visit, program, before, around);
    if (!before && program.client !== 'curl') {
      for (const { url, setCookie } of program.cookies ?? []) page.browser.storeCookie(url, setCookie);
    }
    await run(page, visit, program, around);
    const state = page.browser.state();
    browsers.set(user, state);
    cookies = state.cookies.map(({ name, value, domain, path, secure }) => ({
      url: `${secure ? 'https' : 'http'}://${domain}${path}`,
      name,
      value,
    }));
  }
  return cookies;
}

async function open(
  visit: Visit,
  program: Program,
  state: BrowserState | undefined,
  { realms, clock, recorder, internet }: Surroundings,
): Promise<OpenVisit> {
  const profile: BrowserName = program.browser ?? 'chromium';
  // Only browsers have extensions.
  const isExtended = program.extension && (program.client ?? 'browser') === 'browser';
  const network: Network = {
    exchange: (request, requestId) => internet.exchange({ request, from: 'browser', requestId }),
  };
  const browser = await createBrowser({
    profile,
    client: { url: visit.page, sandboxed: visit.sandbox ?? false },
    network: isExtended ? (await import('./cors-extension')).withCorsExtension(network, recorder) : network,
    now: clock.now,
    real: (work) => clock.real(work),
    ...(state ? { state } : {}),
    trace: ({ at: _, ...event }) => recorder.happened({ actor: 'browser', ...event }),
    console: (line, request) => recorder.print({ ...line, source: 'browser', request }),
  });
  if (program.client === 'curl') return { browser, realm: null };
  const realm = await realms.open({
    kind: 'frontend',
    code: visit.frontend,
    page: visit.page,
    origin: browser.origin,
    browser: profile,
    unrestricted: program.client === 'native-app',
  });
  return { browser, realm };
}

async function run(
  { browser, realm }: OpenVisit,
  visit: Visit,
  program: Program,
  { clock, recorder, internet }: Surroundings,
): Promise<void> {
  if (!realm) {
    const { runCurl } = await import('./curl/run-curl');
    let isOver = false;
    const finished = runCurl(visit.frontend, { internet, clock, recorder }).finally(() => {
      isOver = true;
    });
    await clock.run(() => isOver);
    return finished;
  }
  try {
    const requester: Requester =
      program.client === 'native-app'
        ? (await import('./native-client')).createNativeClient(internet)
        : (request, id, signal) => browser.fetch(request, id, signal);
    const profile = program.browser ?? 'chromium';
    await runFrontend({ realm, requester, profile, documentCookie: browser.documentCookie, clock, recorder });
  } finally {
    realm.close();
  }
}
