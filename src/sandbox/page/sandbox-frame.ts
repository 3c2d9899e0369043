/** One sandboxed frame in the page, and the realms in it. */

import type { Realm, RealmFailure } from '@/realm';
import { FLOOD, HostedRealm } from '../core/hosted-realm';
import type { PreparedProgram } from '../core/prepared-program';
import type { RuntimeName } from '../core/runtime-loaders';
import { locateSyntaxError } from '../core/syntax-error';
import { userScript } from '../core/user-script';
import type { FromRealmPort, ToFrame, ToRealmPort } from './frame-messages';
import { RECEIVE_SCRIPT } from './receive-script';

/** Milliseconds. Then sandbox.html is believed to be dead: a policy of the host forbids its script. */
const PAGE_PATIENCE = 3000;
const FALLBACK_PATIENCE = 5000;
/** Milliseconds that the frame has to end a runaway; then the frame itself goes. */
const ENDING_PATIENCE = 1000;

/** Milliseconds after the end of a realm, when its run is on the screen and the machine has time to make ready for the next. */
const PREPARING_DELAY = 100;

/** A realm that ended so may have left the frame with more messages than it can read in time. */
const BROKEN: RealmFailure['kind'][] = ['flood', 'crash'];

export interface SandboxFrame {
  /** Makes a realm's worker run its runtime now: the next that is opened need not wait for it. */
  prepare(runtime: RuntimeName, text: string): void;
  open(prepared: PreparedProgram): Realm;
  /** A worker that is no realm of its own: `runtime` is its whole script, sent where `kind` is new to this frame. */
  openWorker(kind: string, runtime: string, listener: WorkerListener): MessagePort;
  /** Files for workers. What the frame has already is not asked for. */
  giveFile(name: string, load: () => Promise<ArrayBuffer>): Promise<void>;
  /** Takes the frame, and every worker in it, out of the page. */
  discard(failure: RealmFailure): void;
}

export interface WorkerListener {
  message(text: string): void;
  gone(message: string): void;
}

/**
 * @param gone is called when the frame has been discarded
 * @throws Error where no frame starts here
 */
export async function openSandboxFrame(gone: () => void): Promise<SandboxFrame> {
  const element =
    (await attach((frame) => (frame.src = new URL('sandbox.html', document.baseURI).href), PAGE_PATIENCE)) ??
    (await attach((frame) => (frame.srcdoc = fallbackDocument()), FALLBACK_PATIENCE));
  if (!element) throw new Error('The sandbox did not start in this browser, so code cannot be run here.');
  return createFrame(element, gone);
}

/**
 * A document without an address has this page's policy, which allows the script by its address. Its own policy cannot allow
 * more; it forbids connections.
 */
function fallbackDocument(): string {
  const script = new URL('sandbox-frame.js', document.baseURI).href;
  const policy =
    "connect-src 'none'; img-src 'none'; media-src 'none'; font-src 'none'; frame-src 'none'; object-src 'none'";
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `<!doctype html><meta charset="utf-8">${meta}<script src="${script.replaceAll('"', '%22')}"></script>`;
}

/** The frame once its script has said that it is ready; null when it stays silent. */
function attach(fill: (frame: HTMLIFrameElement) => void, patience: number): Promise<HTMLIFrameElement | null> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.title = 'Sandbox';
  frame.tabIndex = -1;
  frame.hidden = true;
  fill(frame);
  return new Promise((resolve) => {
    const settle = (result: HTMLIFrameElement | null): void => {
      clearTimeout(timer);
      removeEventListener('message', listen);
      if (!result) frame.remove();
      resolve(result);
    };
    const listen = (event: MessageEvent<unknown>): void => {
      if (event.source === frame.contentWindow && isReady(event.data)) settle(frame);
    };
    const timer = setTimeout(() => settle(null), patience);
    addEventListener('message', listen);
    document.body.append(frame);
  });
}

function isReady(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'sandbox-ready';
}

function createFrame(element: HTMLIFrameElement, gone: () => void): SandboxFrame {
  const realms = new Set<HostedRealm>();
  const sent = new Set<string>();
  const files = new Map<string, Promise<void>>();
  const workers = new Set<WorkerListener>();
  let discarded = false;
  const post = (message: ToFrame, transfer: Transferable[] = []): void => {
    element.contentWindow?.postMessage(message, '*', transfer);
  };
  const discard = (failure: RealmFailure): void => {
    if (discarded) return;
    discarded = true;
    element.remove();
    gone();
    for (const realm of Array.from(realms)) realm.fail(failure);
    for (const worker of Array.from(workers)) worker.gone(failure.message);
  };

  /** `text` is sent where `kind` is new to this frame. */
  const sendRuntime = (kind: string, text: string): void => {
    if (!sent.has(kind)) post({ type: 'runtime', kind, text });
    sent.add(kind);
  };
  const prepare = (kind: RuntimeName, text: string): void => {
    sendRuntime(kind, text + RECEIVE_SCRIPT);
    post({ type: 'prepare', kind });
  };

  return {
    discard,
    prepare,
    giveFile(name, load) {
      const known = files.get(name);
      if (known) return known;
      const giving = load().then((data) => post({ type: 'file', name, data }, [data]));
      files.set(name, giving);
      giving.catch(() => files.delete(name));
      return giving;
    },
    openWorker(kind, runtime, listener) {
      sendRuntime(kind, runtime);
      const { port1: port, port2 } = new MessageChannel();
      workers.add(listener);
      port.onmessage = ({ data }: MessageEvent<FromRealmPort>) => {
        if (typeof data === 'string') return listener.message(data);
        port.close();
        workers.delete(listener);
        listener.gone(data.type === 'failed' ? data.message : '');
      };
      post({ type: 'open', kind }, [port2]);
      return port;
    },
    open(prepared) {
      const { program, runtime: kind, text } = prepared;
      sendRuntime(kind, text + RECEIVE_SCRIPT);
      const channel = new MessageChannel();
      const port = channel.port1;
      const tell = (message: ToRealmPort): void => port.postMessage(message);
      let ended = false;

      const realm = new HostedRealm({
        post: tell,
        end(failure) {
          realms.delete(realm);
          setTimeout(() => prepare(kind, text), PREPARING_DELAY);
          if (ended || discarded) return;
          if (failure && BROKEN.includes(failure.kind)) return discard(failure);
          tell(null);
          if (failure) setTimeout(() => ended || discard(failure), ENDING_PATIENCE);
        },
      });
      port.onmessage = ({ data }: MessageEvent<FromRealmPort>) => {
        if (typeof data === 'string') return realm.receive(data);
        if (data.type === 'flood') return realm.fail(FLOOD);
        ended = true;
        port.close();
        if (data.type === 'failed') void locateSyntaxError(program, data.message).then((f) => realm.fail(f));
      };
      realms.add(realm);
      post({ type: 'open', kind, script: userScript(prepared) }, [channel.port2]);
      return realm;
    },
  };
}
