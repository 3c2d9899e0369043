import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import WebSocket from 'ws';
import type { ObservedLine, ObservedStep, Observation } from '@/truth/recording';
import { pageOf } from './page';
import { sleep, type DriverOptions, type StartDriver } from './driver';
import { FORGET, LISTEN, TAKE_LINES, trustAuthority } from './firefox-chrome';
import { firefoxPreferences } from './firefox-preferences';
import { JsonCalls } from './json-calls';
import type { Lane } from './lane';
import { normaliseObservation } from './normalise';
import { settled, stepExpression, type PageReport } from './page-step';
import { startProcess, temporaryDirectory } from './process';

/** One Firefox with one tab. */
interface Window {
  version: string;
  /** Calls a function in the page or in Firefox's own window; what it gives is a string or nothing. */
  inPage(code: string): Promise<string>;
  inBrowser(code: string): Promise<string>;
  navigate(url: string): Promise<void>;
  document?: string;
  close(): Promise<void>;
}

interface ScriptResult {
  type: string;
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** Firefox over WebDriver BiDi: a process of its own for each lane, since its proxy is a matter of the profile. */
export const startFirefox: StartDriver = async (options) => {
  const windows = new Map<Lane, Window>();
  for (const lane of options.lanes) windows.set(lane, await openWindow(options, lane));
  return {
    browser: 'firefox',
    version: [...windows.values()][0]?.version ?? '',
    async run(recording, lane): Promise<Observation> {
      const window = windows.get(lane) ?? (await openWindow(options, lane));
      windows.set(lane, window);
      try {
        await window.inBrowser(FORGET);
        for (const [origin, cookies] of Object.entries(recording.cookies ?? {})) {
          delete window.document;
          lane.serveCookies(cookies);
          await window.navigate(`${origin}/`);
        }
        if (window.document !== pageOf(recording)) {
          lane.servePage(recording);
          await window.navigate(recording.page);
          window.document = pageOf(recording);
        }
        lane.serveScenario(recording);
        await window.inBrowser(TAKE_LINES);
        const steps: ObservedStep[] = [];
        for (const { wait = 0, request } of recording.steps) {
          await sleep(wait);
          const report = await window.inPage(`async () => JSON.stringify(await ${stepExpression(request)})`);
          const seen = settled(JSON.parse(report) as PageReport);
          const console = await takeLines(window, isNetworkError(seen));
          steps.push({ ...seen, console, requests: lane.takeLog() });
        }
        lane.idle();
        return normaliseObservation(recording, { steps });
      } catch (error) {
        windows.delete(lane);
        await window.close();
        throw error;
      }
    },
    async close() {
      await Promise.all([...windows.values()].map((window) => window.close()));
    },
  };
};

/** Lines come by another way than the page's answer: where one is due it is waited for, and a moment for those after it. */
async function takeLines(window: Window, due: boolean): Promise<ObservedLine[]> {
  const lines: ObservedLine[] = [];
  const quiet = { due: 15, other: 2 };
  for (let idle = 0; idle < (due && lines.length === 0 ? quiet.due : quiet.other); idle++) {
    const more = JSON.parse(await window.inBrowser(TAKE_LINES)) as ObservedLine[];
    lines.push(...more);
    if (more.length) idle = -1;
    await sleep(6);
  }
  return lines;
}

function isNetworkError({ error }: Pick<ObservedStep, 'error'>): boolean {
  return error?.name === 'ProgressEvent' || (error?.message.startsWith('NetworkError') ?? false);
}

async function openWindow({ executable, certificates }: DriverOptions, lane: Lane): Promise<Window> {
  const directory = temporaryDirectory('firefox');
  writeFileSync(path.join(directory, 'user.js'), firefoxPreferences(lane.port));
  const { child, stop } = startProcess(
    executable,
    [
      '--headless',
      '--no-remote',
      '--profile',
      directory,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    directory,
    { env: { ...process.env, HOME: directory, MOZ_CRASHREPORTER_DISABLE: '1' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (data: string) => {
      text += data;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`Firefox ended: ${text}`)));
  });
  const socket = new WebSocket(`${address}/session`, { perMessageDeflate: false });
  await once(socket, 'open');
  const calls = new JsonCalls(
    (text) => socket.send(text),
    () => undefined,
  );
  socket.on('message', (data: Buffer) => calls.receive(data.toString('utf8')));
  socket.on('close', () => calls.end('Firefox ended'));

  const session = { capabilities: { alwaysMatch: {} } };
  const { capabilities } = await calls.call<{ capabilities: { browserVersion: string } }>('session.new', session);
  const context = async (scope: object) => {
    const { contexts } = await calls.call<{ contexts: { context: string }[] }>('browsingContext.getTree', scope);
    return contexts[0]?.context ?? '';
  };
  const page = await context({});
  const browser = await context({ 'moz:scope': 'chrome' });
  const callIn = async (where: string, functionDeclaration: string): Promise<string> => {
    const call = { functionDeclaration, awaitPromise: true, target: { context: where } };
    const { type, result, exceptionDetails } = await calls.call<ScriptResult>('script.callFunction', call);
    if (type !== 'success') throw new Error(exceptionDetails?.text);
    return result?.value ?? '';
  };
  const window: Window = {
    version: `Firefox ${capabilities.browserVersion}`,
    inPage: (code) => callIn(page, code),
    inBrowser: (code) => callIn(browser, code),
    async navigate(url) {
      await calls.call('browsingContext.navigate', { context: page, url, wait: 'complete' });
    },
    async close() {
      await Promise.race([calls.call('browser.close').catch(() => undefined), sleep(2000)]);
      socket.terminate();
      await stop();
    },
  };
  await window.inBrowser(trustAuthority(certificates.authority));
  await window.inBrowser(LISTEN);
  return window;
}
