/** Interpreters in the page: workers in the sandboxed frame, given their files by the page. Loaded when Python is asked for. */

import type { PythonProgram, Realm } from '@/realm';
import { Interpreters, type StartInterpreter } from '../core/interpreters';
import { filesFor, SCRIPT } from '../core/python-files';
import type { GiveFiles } from './frame-messages';
import { type Download, downloadPart } from './python-download';
import type { PythonState } from './python-state';
import type { SandboxFrame } from './sandbox-frame';

/** Those that another realm is opened in; what cannot be had is also told as a state. */
export interface PageInterpreters {
  open(program: PythonProgram): Promise<Realm>;
}

export function createPageInterpreters(
  frame: () => Promise<SandboxFrame>,
  onState: (state: PythonState) => void,
): PageInterpreters {
  const start: StartInterpreter = async (listener) => {
    let sandbox: SandboxFrame;
    let port: MessagePort | undefined;
    return {
      post: (text) => port?.postMessage(text),
      async install(framework) {
        sandbox ??= await frame();
        const names = filesFor(framework, port !== undefined);
        const parts = new Map<string, Download>();
        // Where one part fails, others may still come: they are kept for the next time, and no news any more.
        let failed = false;
        const load = (name: string) => (): Promise<ArrayBuffer> =>
          downloadPart(name, (part) => {
            parts.set(name, part);
            if (!failed) onState({ step: 'downloading', ...sum(parts.values()) });
          });
        onState({ step: 'starting' });
        try {
          const [script] = await Promise.all([
            port ? '' : load(SCRIPT)().then((data) => new TextDecoder().decode(data)),
            ...names.map((name) => sandbox.giveFile(name, load(name))),
          ]);
          onState({ step: 'starting' });
          port ??= sandbox.openWorker('python', script, {
            message(text) {
              if (text.startsWith('0 installed')) onState({ step: 'ready' });
              listener.message(text);
            },
            gone: (message) => listener.gone(message),
          });
          const order: GiveFiles = { framework, names };
          port.postMessage(order);
        } catch (error) {
          failed = true;
          throw error;
        }
      },
      end: () => port?.postMessage(null),
    };
  };
  const interpreters = new Interpreters(start);
  return {
    async open(program) {
      try {
        return await interpreters.open(program);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const message = `${why} Press Run to try it again.`;
        onState({ step: 'failed', message });
        throw new Error(message);
      }
    },
  };
}

function sum(parts: Iterable<Download>): Download {
  const sums = { loaded: 0, total: 0 };
  for (const { loaded, total } of parts) {
    sums.loaded += loaded;
    sums.total += total;
  }
  return sums;
}
