/** Interpreters in the page: workers in the sandboxed frame, given their files by the page. Loaded when Python is asked for. */

import type { StartInterpreter } from '../core/interpreters';
import { Interpreters } from '../core/interpreters';
import { filesFor, SCRIPT } from '../core/python-files';
import type { GiveFiles } from './frame-messages';
import { downloadPart, sizeOf } from './python-download';
import type { PythonState } from './python-state';
import type { SandboxFrame } from './sandbox-frame';

export function createPageInterpreters(
  frame: () => Promise<SandboxFrame>,
  onState: (state: PythonState) => void,
): Interpreters {
  const start: StartInterpreter = async (listener) => {
    let sandbox: SandboxFrame;
    let port: MessagePort | undefined;
    return {
      post: (text) => port?.postMessage(text),
      async install(framework) {
        sandbox ??= await frame();
        const names = filesFor(framework, port !== undefined);
        const all = port ? names : [SCRIPT, ...names];
        const loaded = new Map<string, number>();
        const total = sizeOf(all);
        // Where one part fails, others may still come: they are kept for the next time, and no news any more.
        let failed = false;
        const load = (name: string) => (): Promise<ArrayBuffer> =>
          downloadPart(name, (part) => {
            loaded.set(name, part.loaded);
            if (!failed) onState({ step: 'downloading', loaded: sum(loaded), total });
          });
        onState({ step: 'starting' });
        try {
          const script = port ? '' : new TextDecoder().decode(await load(SCRIPT)());
          await Promise.all(names.map((name) => sandbox.giveFile(name, load(name))));
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
          onState({ step: 'failed', message: error instanceof Error ? error.message : String(error) });
          throw error;
        }
      },
      end: () => port?.postMessage(null),
    };
  };
  return new Interpreters(start);
}

function sum(loaded: Map<string, number>): number {
  return Array.from(loaded.values()).reduce((total, part) => total + part, 0);
}
