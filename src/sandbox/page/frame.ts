/**
 * The script of the sandboxed frame, whose origin is opaque and whose policy forbids every connection. It starts a worker for
 * each realm and passes messages on. A worker that talks without being asked is ended here, because here is where its messages
 * arrive: behind a flood of them no timer would fire. The user's code never runs in this document.
 */

import {
  type FrameReady,
  type FromRealmPort,
  LONGEST_FRAME_MESSAGE,
  type ToFrame,
  type ToRealmPort,
  UNASKED_MESSAGES,
} from './frame-messages';

/** Addresses of scripts. */
const runtimes = new Map<string, string>();
/** Workers that have run their runtime and wait: to start one takes most of a short run's time. */
const prepared = new Map<string, Worker>();
const files = new Map<string, ArrayBuffer>();
/** What workers are to be given when all of it has come: files and orders come on ways of their own, in any order. */
const waiting = new Set<() => boolean>();

addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source !== parent) return;
  const message = event.data;
  if (message.type === 'runtime') {
    runtimes.set(message.kind, URL.createObjectURL(new Blob([message.text], { type: 'text/javascript' })));
  }
  if (message.type === 'prepare' && !prepared.has(message.kind)) prepared.set(message.kind, start(message.kind));
  if (message.type === 'file') {
    files.set(message.name, message.data);
    for (const give of waiting) if (give()) waiting.delete(give);
  }
  const [port] = event.ports;
  if (message.type === 'open' && port) open(message.kind, message.script, port);
});

function start(kind: string): Worker {
  return new Worker(runtimes.get(kind) ?? '');
}

function open(kind: string, script: string | undefined, port: MessagePort): void {
  const worker = prepared.get(kind) ?? start(kind);
  prepared.delete(kind);
  if (script !== undefined) worker.postMessage(script);
  let unasked = 0;
  let loaded = false;
  const tell = (message: FromRealmPort): void => port.postMessage(message);
  const end = (message: FromRealmPort): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    tell(message);
    port.onmessage = null;
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    loaded = true;
    unasked += 1;
    if (unasked > UNASKED_MESSAGES || typeof data !== 'string' || data.length > LONGEST_FRAME_MESSAGE) {
      return end({ type: 'flood' });
    }
    tell(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    if (!loaded) end({ type: 'failed', message: event.message ?? '' });
  };
  port.onmessage = ({ data }: MessageEvent<ToRealmPort>) => {
    if (data === null) return end({ type: 'ended' });
    unasked = 0;
    if (typeof data === 'string') return worker.postMessage(data);
    const give = (): boolean => {
      if (!data.names.every((name) => files.has(name))) return false;
      const given = data.names.map((name) => [name, files.get(name)]);
      worker.postMessage({
        framework: data.framework,
        files: Object.fromEntries(given) as Record<string, ArrayBuffer>,
      });
      return true;
    };
    if (!give()) waiting.add(give);
  };
}

const ready: FrameReady = { type: 'sandbox-ready' };
parent.postMessage(ready, '*');
