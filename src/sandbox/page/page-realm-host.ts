/** Realms in the page: one sandboxed frame for all of them, a worker for each. */

import type { RealmHost } from '@/realm';
import type { RuntimeLoaders } from '../core/runtime-loaders';
import { openSandboxFrame, type SandboxFrame } from './sandbox-frame';

export interface PageRealmHost extends RealmHost {
  /** Opens the frame and loads the runtimes of these kinds, so that the first run need not wait. Never rejects. */
  warm(...kinds: (keyof RuntimeLoaders)[]): Promise<void>;
}

export function createPageRealmHost(runtimes: RuntimeLoaders): PageRealmHost {
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
      const [sandbox, runtime] = await Promise.all([current(), runtimes[program.kind]()]);
      return sandbox.open(program, runtime);
    },
    async warm(...kinds) {
      await Promise.allSettled([current(), ...kinds.map((kind) => runtimes[kind]())]);
    },
  };
}
