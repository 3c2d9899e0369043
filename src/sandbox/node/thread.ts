/**
 * The worker thread of the command line: runs realms in bare `node:vm` contexts. Bundled into one script text, and started
 * from that text, so that it needs no file beside it.
 */

import type { Context, Script } from 'node:vm';
import { BRIDGE } from '@/realm/runtime/entry-point';
import type { Bridge } from '@/realm/runtime';
import { closeHostRealm } from './close-host-realm';
import type { FromThread, ToThread } from './thread-messages';
import { parseUrl } from './url-parts';

const vm = process.getBuiltinModule('node:vm');
const { parentPort } = process.getBuiltinModule('node:worker_threads');
const macrotask = setImmediate;

interface LiveRealm {
  receive(text: string): void;
  reject(reason: unknown, promise: unknown): void;
  promises: unknown;
}

const runtimes = new Map<string, Script>();
const realms = new Map<number, LiveRealm>();
const post = (message: FromThread): void => parentPort?.postMessage(message);

function open(id: number, kind: string, source: string, script: string): void {
  const runtime = runtimes.get(kind) ?? new vm.Script(source, { filename: 'runtime.js' });
  runtimes.set(kind, runtime);
  const scope = Object.create(null) as Record<string, unknown>;
  const context = vm.createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  const realm: LiveRealm = {
    receive: () => undefined,
    reject: () => undefined,
    promises: vm.runInContext('Promise.prototype', context),
  };
  const bridge: Bridge = {
    post: (text) => {
      if (realms.get(id) === realm) post({ type: 'message', id, text: String(text) });
    },
    listen: (receive) => {
      realm.receive = receive;
    },
    macrotask: (callback) => {
      macrotask(() => {
        if (realms.get(id) === realm) guarded(id, callback);
      });
    },
    onUnhandledRejection: (report) => {
      realm.reject = report;
    },
    run: (text, address) => runScript(context, text, address),
    url: parseUrl,
  };
  realms.set(id, realm);
  scope[BRIDGE] = Object.freeze(Object.assign(Object.create(null), bridge));
  runtime.runInContext(context);
  let user: Script;
  try {
    user = new vm.Script(script);
  } catch (error) {
    realms.delete(id);
    return post({ type: 'failed', id, syntax: true, message: (error as Error).message });
  }
  user.runInContext(context);
}

/** Only what belongs to the context leaves it: an error of this thread's own goes as text. */
function runScript(context: Context, text: string, address: string): string | null {
  const ContextObject = vm.runInContext('Object', context) as new () => unknown;
  try {
    new vm.Script(text, { filename: address }).runInContext(context);
    return null;
  } catch (error) {
    if (error instanceof ContextObject || !(error instanceof Error)) throw error;
    return error.message;
  }
}

function guarded(id: number, action: () => void): void {
  try {
    action();
  } catch (error) {
    let message = 'The sandbox failed.';
    try {
      message = String(error);
    } catch {
      // What was thrown cannot even be told as a string.
    }
    realms.delete(id);
    post({ type: 'failed', id, syntax: false, message });
  }
}

parentPort?.on('message', (message: ToThread) => {
  switch (message.type) {
    case 'open':
      return guarded(message.id, () => {
        const known = runtimes.has(message.kind);
        if (!known && message.runtime === undefined) throw new Error(`No runtime for ${message.kind}`);
        open(message.id, message.kind, message.runtime ?? '', message.script);
      });
    case 'message':
      return guarded(message.id, () => realms.get(message.id)?.receive(message.text));
    case 'close':
      realms.delete(message.id);
  }
});

process.on('unhandledRejection', (reason, promise) => {
  const prototype: unknown = Object.getPrototypeOf(promise);
  for (const [id, realm] of realms) {
    if (realm.promises === prototype) guarded(id, () => realm.reject(reason, promise));
  }
});

closeHostRealm();
