/** Realms in the page: one sandboxed frame for all of them, a worker for each. */

import type { RealmHost, ScriptProgram } from '@/realm';
import { prepareProgram } from '../core/prepared-program';
import { loadRuntime, type RuntimeLoaders } from '../core/runtime-loaders';
import type { PageInterpreters } from './python';
import type { PythonState } from './python-state';
import { openSandboxFrame, type SandboxFrame } from './sandbox-frame';

export interface PageRealmHost extends RealmHost {
  /** Opens the frame and starts a worker of each of these kinds, so that the first run need not wait. Never rejects. */
  warm(...kinds: ScriptProgram['kind'][]): Promise<void>;
}

/** @param onPython is told how far Python has come, where it is asked for */
export function createPageRealmHost(
  runtimes: RuntimeLoaders,
  onPython: (state: PythonState) => void = () => undefined,
): PageRealmHost {
  let interpreters: Promise<PageInterpreters> | null = null;
  let frame: Promise<SandboxFrame> | null = null;

  const current = (): Promise<SandboxFrame> => {
    if (frame) return frame;
    const opening = openSandboxFrame(() => {
      if (frame === opening) frame = null;
    });
    frame = opening;
    opening.catch(() => {
      if (frame === opening) frame = null;
    });
    return opening;
  };

  return {
    async open(program) {
      if (program.kind === 'python') {
        interpreters ??= import('./python').then(({ createPageInterpreters }) =>
          createPageInterpreters(current, onPython),
        );
        interpreters.catch(() => {
          interpreters = null;
        });
        return (await interpreters).open(program);
      }
      const [sandbox, prepared] = await Promise.all([current(), prepareProgram(program, runtimes)]);
      return sandbox.open(prepared);
    },
    async warm(...kinds) {
      await Promise.allSettled(
        kinds.map(async (kind) => {
          const [sandbox, text] = await Promise.all([current(), loadRuntime(runtimes, kind)]);
          sandbox.prepare(kind, text);
        }),
      );
    },
  };
}
