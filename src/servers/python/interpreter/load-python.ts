/** Starts Pyodide from bytes alone: nothing is fetched, nothing of JavaScript is left in Python's reach. */

import { replaceCrypto, seedRandom } from './random';

/** The files of the realm, and of the Django project, by path. */
import { projectFiles, realmFiles } from './python-files';

interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, data: string | Uint8Array): void;
  unlink(path: string): void;
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: object): void;
  mkdev(path: string, device: number): void;
}

interface Pyodide {
  FS: FileSystem;
  runPython(code: string): unknown;
  pyimport(name: string): Record<string, (...given: string[]) => string>;
}

declare function loadPyodide(options: object): Promise<Pyodide>;
declare const _createPyodideModule: unknown;

export interface Python {
  install(framework: string, files: Record<string, ArrayBuffer>): void;
  turns: { open(program: string): void; turn(message: string): string; close(): void };
}

const HOME = '/lib/realm';
const PROJECT = '/lib/realm_project/mysite';
const CLOCK = '/dev/clock';

/** @param onSleep is told how many simulated milliseconds the code has slept in this turn */
export async function loadPython(
  files: Record<string, ArrayBuffer>,
  onSleep: (elapsed: number) => void,
): Promise<Python> {
  replaceCrypto();
  seedRandom();
  answerFetchWith(files);
  const pyodide = await loadPyodide({
    indexURL: 'https://python.invalid/',
    createPyodideModule: _createPyodideModule,
    jsglobals: Object.create(null) as object,
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
  });
  closeTheDoors();
  const { FS } = pyodide;
  write(FS, HOME, realmFiles);
  write(FS, PROJECT, projectFiles);
  makeClock(FS, onSleep);
  pyodide.runPython(`import sys; sys.path.insert(0, '/lib')`);
  const turns = pyodide.pyimport('realm.turns');
  const { install, open_realm, turn, close_realm } = turns;
  return {
    install(framework, given) {
      const name = `${framework}.zip`;
      FS.mkdirTree('/packs');
      FS.writeFile(`/packs/${name}`, new Uint8Array(given[name] ?? new ArrayBuffer(0)));
      install!(framework);
      FS.unlink(`/packs/${name}`);
    },
    turns: {
      open: (program) => void open_realm!(program),
      turn: (message) => turn!(message),
      close: () => void close_realm!(),
    },
  };
}

function write(FS: FileSystem, folder: string, files: Record<string, string>): void {
  FS.mkdirTree(folder);
  for (const [name, text] of Object.entries(files)) FS.writeFile(`${folder}/${name}`, text);
}

/** A file that Python writes to when its code sleeps: unlike a function, it leads nowhere. */
function makeClock(FS: FileSystem, onSleep: (elapsed: number) => void): void {
  const device = FS.makedev(64, 0);
  FS.registerDevice(device, {
    write(_stream: unknown, buffer: Uint8Array, offset: number, length: number) {
      onSleep(Number(String.fromCharCode(...buffer.subarray(offset, offset + length))));
      return length;
    },
  });
  FS.mkdev(CLOCK, device);
}

const TYPES: Record<string, string> = { wasm: 'application/wasm', json: 'application/json' };
const NO_PACKAGES = `{"info":{"abi_version":"2026_0","arch":"wasm32","platform":"emscripten_5_0_3","python":"3.14.2","version":"314.0.7"},"packages":{}}`;

function answerFetchWith(files: Record<string, ArrayBuffer>): void {
  const answer = (input: unknown): Promise<unknown> => {
    const name = String((input as { url?: string }).url ?? input).replace(/^.*\//, '');
    const data = name === 'pyodide-lock.json' ? NO_PACKAGES : files[name];
    if (!data) return Promise.reject(new TypeError(`There is no ${name}`));
    const type = TYPES[name.replace(/^.*\./, '')] ?? 'application/octet-stream';
    return Promise.resolve(new Response(data, { headers: { 'content-type': type } }));
  };
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: answer });
}

/** What of the worker's own globals leads out of it, where the frame's policy does not close it already. */
function closeTheDoors(): void {
  const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts', 'Worker'];
  for (const name of [...names, 'BroadcastChannel', 'indexedDB', 'caches', 'SharedWorker', 'navigator']) {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: undefined });
  }
}
