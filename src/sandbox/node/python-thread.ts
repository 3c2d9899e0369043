/**
 * The worker thread of a Python interpreter on the command line: a bare `node:vm` context that looks like a browser's worker, so
 * that the same script runs in both and nothing of Node is in its reach.
 */

import { closeHostRealm } from './close-host-realm';

const vm = process.getBuiltinModule('node:vm');
const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');

const scope: Record<string, unknown> = {
  TextDecoder,
  TextEncoder,
  URL,
  Response,
  AbortController,
  setTimeout,
  clearTimeout,
  queueMicrotask,
  performance: { now: () => performance.now() },
  location: new URL('https://python.invalid/'),
  console: { log: () => undefined, warn: () => undefined, error: () => undefined },
  postMessage: (text: unknown) => parentPort?.postMessage(String(text)),
};
scope.self = scope;
const context = vm.createContext(scope, { codeGeneration: { strings: false, wasm: true } });
vm.runInContext('globalThis.WorkerGlobalScope = class { static [Symbol.hasInstance]() { return true; } };', context);
new vm.Script(workerData as string, { filename: 'interpreter.js' }).runInContext(context);

parentPort?.on('message', (data: unknown) => {
  (scope.onmessage as ((event: { data: unknown }) => void) | undefined)?.({ data });
});

closeHostRealm();
