import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Readable, Writable } from 'node:stream';
import type { ObservedStep, Observation, Recording } from '@/truth/recording';
import { sleep, type StartDriver } from './driver';
import { JsonCalls } from './json-calls';
import type { Lane } from './lane';
import { normaliseObservation } from './normalise';
import { pageOf } from './page';
import { settled, stepExpression, type PageReport } from './page-step';
import { startProcess, temporaryDirectory } from './process';
import { parseConsole } from './webkit-console';

const HOST = fileURLToPath(new URL('webkit_host.py', import.meta.url));

interface View {
  calls: JsonCalls;
  /** Lines of standard error since they were last taken. */
  lines: string[];
  document?: string;
  /** The last scenario may have left a write to the disk cache under way, which clearing would miss. */
  stored: boolean;
  close(): Promise<void>;
}

/** WebKitGTK in a host of our own, one for each lane, on a display of its own. */
export const startWebKit: StartDriver = async ({ executable, lanes }) => {
  const display = await openDisplay();
  const views = new Map<Lane, View>();
  const viewFor = (lane: Lane): View => {
    const view = views.get(lane) ?? openView(executable, lane, display.name);
    views.set(lane, view);
    return view;
  };
  const { value } = await viewFor(lanes[0]!).calls.call<{ value: string }>('version');
  return {
    browser: 'webkit',
    version: `WebKitGTK ${value}`,
    async run(recording, lane): Promise<Observation> {
      const view = viewFor(lane);
      try {
        if (view.stored) delete view.document;
        await view.calls.call(view.stored ? 'renew' : 'clear');
        view.stored = mayBeStored(recording);
        for (const [origin, cookies] of Object.entries(recording.cookies ?? {})) {
          delete view.document;
          lane.serveCookies(cookies);
          await view.calls.call('navigate', { url: `${origin}/` });
        }
        if (view.document !== pageOf(recording)) {
          lane.servePage(recording);
          await view.calls.call('navigate', { url: recording.page });
          view.document = pageOf(recording);
        }
        lane.serveScenario(recording);
        const steps: ObservedStep[] = [];
        for (const [index, { wait = 0, request }] of recording.steps.entries()) {
          await sleep(wait);
          view.lines.length = 0;
          // Console lines come by another way than the answer: a line of our own says that all are here.
          const mark = `end of step ${index} of ${recording.id}`;
          const body = `const report = await ${stepExpression(request)}; console.log(${JSON.stringify(mark)}); return JSON.stringify(report);`;
          const { value: report } = await view.calls.call<{ value: string }>('evaluate', { body });
          const lines = await linesUntil(view, mark);
          const seen = settled(JSON.parse(report) as PageReport);
          steps.push({ ...seen, console: parseConsole(lines), requests: lane.takeLog() });
        }
        lane.idle();
        return normaliseObservation(recording, { steps });
      } catch (error) {
        views.delete(lane);
        await view.close();
        throw error;
      }
    },
    async close() {
      await Promise.all([...views.values()].map((view) => view.close()));
      display.close();
    },
  };
};

async function linesUntil(view: View, mark: string): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const end = view.lines.findIndex((line) => line.includes(mark));
    if (end >= 0) return view.lines.slice(0, end);
    await sleep(10);
  }
  throw new Error('The console did not come to its end');
}

function mayBeStored({ server, steps }: Recording): boolean {
  // What elements load is kept in memory, whatever its headers say.
  if (steps.some(({ request }) => request.code !== undefined)) return true;
  const text = JSON.stringify(server);
  return /"(etag|last-modified|expires|cache-control|age)"/i.test(text) || /"status":(300|301|308|410)\b/.test(text);
}

function openView(python: string, lane: Lane, display: string): View {
  const directory = temporaryDirectory('webkit');
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
    NO_AT_BRIDGE: '1',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    LIBGL_ALWAYS_SOFTWARE: '1',
    LANG: 'C.UTF-8',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    // bubblewrap needs rights that containers do not give; nothing but our own page runs in there.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe'] as const;
  const { child, stop } = startProcess(python, [HOST, String(lane.port), directory], directory, {
    env,
    stdio: [...stdio],
  });
  const input = child.stdin as Writable;
  const calls = new JsonCalls(
    (text) => input.write(`${text}\n`),
    () => undefined,
  );
  child.on('exit', () => calls.end('WebKit ended'));
  const view: View = {
    calls,
    lines: [],
    stored: false,
    async close() {
      input.end();
      await stop();
    },
  };
  onLines(child.stdio[3] as Readable, (line) => calls.receive(line));
  for (const stream of [child.stdout, child.stderr]) onLines(stream as Readable, (line) => view.lines.push(line));
  return view;
}

function onLines(stream: Readable, take: (line: string) => void): void {
  let pending = '';
  stream.setEncoding('utf8').on('data', (data: string) => {
    const lines = (pending + data).split('\n');
    pending = lines.pop() ?? '';
    lines.forEach(take);
  });
}

/** A virtual display: Xvfb picks a free number and tells it. */
async function openDisplay(): Promise<{ name: string; close: () => void }> {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '640x480x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    onLines(xvfb.stdio[3] as Readable, resolve);
    xvfb.on('exit', () => reject(new Error('Xvfb ended')));
  });
  return { name: `:${number.trim()}`, close: () => xvfb.kill() };
}
