import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import parts from 'virtual:python-parts';
import { filesFor, SCRIPT } from '../core/python-files';
import type { StartInterpreter } from '../core/interpreters';
import loadThread from './python-thread.ts?runtime';

/** A worker thread with an interpreter. It does not keep the process alive. */
export const startInterpreter: StartInterpreter = async (listener) => {
  const [thread, script] = await Promise.all([loadThread(), readFile(parts[SCRIPT]!.address, 'utf8')]);
  const worker = new Worker(thread, { eval: true, env: {}, stdin: true, workerData: script });
  worker.on('message', (text: string) => listener.message(text));
  worker.on('error', (error) => listener.gone(error.message));
  worker.on('exit', () => listener.gone('The sandbox ended.'));
  let started = false;
  return {
    post: (text) => worker.postMessage(text),
    async install(framework) {
      const names = filesFor(framework, started);
      started = true;
      const contents = await Promise.all(names.map((name) => readFile(parts[name]!.address)));
      const files = Object.fromEntries(names.map((name, at) => [name, new Uint8Array(contents[at]!).buffer]));
      worker.postMessage({ framework, files });
    },
    end: () => void worker.terminate(),
  };
};
