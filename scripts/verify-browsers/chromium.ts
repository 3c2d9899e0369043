import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Observation, ObservedLine, Recording } from '@/truth/recording';
import { normaliseObservation } from './normalise';
import { sleep, type StartDriver } from './driver';
import { JsonCalls } from './json-calls';
import type { Lane } from './lane';
import { parseSetCookie } from './chromium-cookies';
import { pageOf } from './page';
import { settled, stepExpression, type PageReport } from './page-step';
import { startProcess, temporaryDirectory } from './process';

/** What would make the answer depend on something else than the page, the servers and the standard. */
const FEATURES_OFF = [
  'BackForwardCache',
  'HttpsFirstBalancedMode',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsFirstModeIncognito',
  'HttpsFirstModeV2ForTypicallySecureUsers',
  'HttpsUpgrades',
  'LocalNetworkAccessChecks',
  'LocalNetworkAccessChecksWebSockets',
];
/** Nothing but the proxy on loopback is to be contacted. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
];

interface Page {
  context: string;
  session: string;
  console: ObservedLine[];
  loaded: () => void;
  /** The document that is open: used again for the next scenario with the same page. */
  document?: string;
}

/** Chromium over the DevTools protocol: a browser context with its own proxy for each lane. */
export const startChromium: StartDriver = async ({ executable, certificates }) => {
  const directory = temporaryDirectory('chromium');
  const profile = path.join(directory, 'profile');
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  // Third-party cookies as in a default window; contexts would block them otherwise.
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));

  const { child, stop } = startProcess(
    executable,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--ignore-certificate-errors-spki-list=${certificates.fingerprint}`,
      '--proxy-server=http://127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>',
      `--disable-features=${FEATURES_OFF.join(',')}`,
      ...QUIET,
      'about:blank',
    ],
    directory,
    { env: { ...process.env, HOME: directory }, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const pages = new Map<Lane, Page>();
  const calls = openPipe(child.stdio[3] as Writable, child.stdio[4] as Readable, (method, params, session) => {
    const page = [...pages.values()].find((one) => one.session === session);
    if (page) onEvent(page, method, params);
  });
  child.on('exit', () => calls.end('Chromium ended'));

  const openPage = async (lane: Lane): Promise<Page> => {
    const proxy = { proxyServer: `http://127.0.0.1:${lane.port}`, proxyBypassList: '<-loopback>' };
    const { browserContextId } = await calls.call<{ browserContextId: string }>('Target.createBrowserContext', proxy);
    const target = await calls.call<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
    });
    const attach = { targetId: target.targetId, flatten: true };
    const { sessionId } = await calls.call<{ sessionId: string }>('Target.attachToTarget', attach);
    const page: Page = { context: browserContextId, session: sessionId, console: [], loaded: () => undefined };
    pages.set(lane, page);
    for (const domain of ['Page', 'Runtime', 'Log']) await calls.call(`${domain}.enable`, {}, sessionId);
    return page;
  };

  const prepare = async (recording: Recording, lane: Lane): Promise<Page> => {
    const page = pages.get(lane) ?? (await openPage(lane));
    // This clears the CORS-preflight cache too.
    await calls.call('Network.clearBrowserCache', {}, page.session);
    await calls.call('Network.clearBrowserCookies', {}, page.session);
    const cookies = Object.entries(recording.cookies ?? {}).flatMap(([origin, values]) =>
      values.map((value) => parseSetCookie(value, `${origin}/`)),
    );
    if (cookies.length) await calls.call('Storage.setCookies', { browserContextId: page.context, cookies });
    const document = pageOf(recording);
    if (page.document !== document) {
      delete page.document;
      lane.servePage(recording);
      const loaded = new Promise<void>((resolve) => (page.loaded = resolve));
      const { errorText } = await calls.call<{ errorText?: string }>(
        'Page.navigate',
        { url: recording.page },
        page.session,
      );
      if (errorText) throw new Error(`${recording.page} did not open: ${errorText}`);
      await loaded;
      page.document = document;
    }
    return page;
  };

  const evaluate = async <Value>(page: Page, expression: string): Promise<Value> => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result } = await calls.call<{ result: { value: Value } }>('Runtime.evaluate', options, page.session);
    return result.value;
  };

  const { product } = await calls.call<{ product: string }>('Browser.getVersion');
  return {
    browser: 'chromium',
    version: `Chromium ${product.replace(/^.*\//, '')}`,
    async run(recording, lane): Promise<Observation> {
      const page = await prepare(recording, lane);
      lane.serveScenario(recording);
      const steps: Observation['steps'] = [];
      for (const { wait = 0, request } of recording.steps) {
        await sleep(wait);
        page.console = [];
        const report = await evaluate<PageReport>(page, stepExpression(request));
        // Another round trip through the page: what is printed after the promise settled is here by then.
        await evaluate(page, 'new Promise((resolve) => setTimeout(resolve, 5))');
        steps.push({ ...settled(report), console: page.console, requests: lane.takeLog() });
      }
      lane.idle();
      return normaliseObservation(recording, { steps });
    },
    async close() {
      await Promise.race([calls.call('Browser.close').catch(() => undefined), sleep(2000)]);
      await stop();
    },
  };
};

/** DevTools messages on two pipes, each ended by a zero byte. */
function openPipe(to: Writable, from: Readable, onEvent: ConstructorParameters<typeof JsonCalls>[1]): JsonCalls {
  const calls = new JsonCalls((text) => to.write(`${text}\0`), onEvent);
  let pending = '';
  from.setEncoding('utf8');
  from.on('data', (data: string) => {
    const messages = (pending + data).split('\0');
    pending = messages.pop() ?? '';
    for (const message of messages) calls.receive(message);
  });
  return calls;
}

function onEvent(page: Page, method: string, params: unknown): void {
  if (method === 'Page.loadEventFired') page.loaded();
  if (method === 'Log.entryAdded') {
    const { entry } = params as { entry: { level: string; text: string } };
    page.console.push({
      level: entry.level === 'warning' ? 'warn' : (entry.level as ObservedLine['level']),
      text: entry.text,
    });
  }
  if (method === 'Runtime.exceptionThrown') {
    page.console.push({ level: 'error', text: exceptionLine(params as ThrownException) });
  }
}

interface ThrownException {
  exceptionDetails: {
    /** What it begins with: whether a promise was rejected. */
    text: string;
    exception?: { type: string; subtype?: string; value?: unknown; description?: string };
  };
}

/** As the console shows it, without the stack. */
function exceptionLine({ exceptionDetails: { text, exception } }: ThrownException): string {
  if (!exception) return text;
  const { subtype, value, description = String(value) } = exception;
  return `${text} ${subtype === 'error' ? description.replace(/\n    at [^]*$/, '') : description}`;
}
