/** Starts Pyodide from bytes alone: nothing is fetched, and nothing of JavaScript stays in Python's reach. */

import { makeClock, openDoor } from './door';
import { type FileSystem, type Protection, protect } from './files';
import { photograph } from './memory';
import { projectFiles, realmFiles } from './python-files';
import { replaceCrypto, seedRandom } from './random';
import { type StartedModule, watchInstantiation } from './wasm-imports';

interface Pyodide {
  FS: FileSystem;
  runPython(code: string): unknown;
}

declare function loadPyodide(options: object): Promise<Pyodide>;
declare const _createPyodideModule: unknown;

export interface Python {
  install(framework: string, files: Record<string, ArrayBuffer>): void;
  /** Lets `realm/turns.py` obey. @throws Error where Python is broken */
  obey(order: 'open' | 'turn', text: string): string;
  /** Forgets everything since the last installation. False where this interpreter is to be ended instead. */
  restore(): boolean;
}

const HOME = '/lib/realm';
const PROJECT = '/lib/realm_project/mysite';

/** @param onSleep is told how many simulated milliseconds the code has slept in this turn */
export async function loadPython(
  files: Record<string, ArrayBuffer>,
  onSleep: (elapsed: number) => void,
): Promise<Python> {
  replaceCrypto();
  seedRandom();
  answerFetchWith(files);
  const starting = watchInstantiation();
  const { FS, runPython } = await loadPyodide({
    indexURL: 'https://python.invalid/',
    createPyodideModule: _createPyodideModule,
    jsglobals: Object.create(null) as object,
    env: { HOME: '/srv', PYTHONHASHSEED: '0' },
  });
  const module = await starting;
  write(FS, HOME, realmFiles);
  write(FS, PROJECT, projectFiles);
  makeClock(FS, onSleep);
  const door = openDoor(FS);
  runPython(`import sys; sys.path.insert(0, '/lib'); from realm import turns`);
  const step = makeStep(module);
  closeTheDoors();
  module.closeImports();

  let protection: Protection | undefined;
  let restoreMemory = (): boolean => true;
  const obey = (order: string, text: string): string => {
    door.put(`${order} ${text}`);
    if (step() !== 0) throw new Error('The code has taken away what Python itself needs.');
    return door.take();
  };
  return {
    obey,
    install(framework, given) {
      protection?.lift();
      const pack = `/packs/${framework}.zip`;
      FS.mkdirTree('/packs');
      const data = given[`${framework}.zip`];
      if (!data) throw new Error(`There is no ${framework}.zip.`);
      FS.writeFile(pack, new Uint8Array(data));
      obey('install', framework);
      FS.unlink(pack);
      protection = protect(FS);
      restoreMemory = photograph(module.exports);
    },
    restore() {
      protection?.restore();
      return restoreMemory();
    },
  };
}

function write(FS: FileSystem, folder: string, files: Record<string, string>): void {
  FS.mkdirTree(folder);
  for (const [name, text] of Object.entries(files)) FS.writeFile(`${folder}/${name}`, text);
}

interface Running {
  memory: WebAssembly.Memory;
  malloc(size: number): number;
  PyRun_SimpleString(code: number): number;
}

/** One step of `realm/turns.py`: 0, or -1 where it let an exception through. */
function makeStep({ exports }: StartedModule): () => number {
  const { memory, malloc, PyRun_SimpleString } = exports as unknown as Running;
  const code = new TextEncoder().encode('turns.step()\0');
  const at = malloc(code.length);
  new Uint8Array(memory.buffer).set(code, at);
  return () => PyRun_SimpleString(at);
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
