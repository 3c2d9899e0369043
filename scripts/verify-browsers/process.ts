import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sleep } from './driver';

/** A browser process with a directory of its own; both are gone after `stop`. */
export interface BrowserProcess {
  child: ChildProcess;
  stop(): Promise<void>;
}

export function temporaryDirectory(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `verify-${name}-`));
}

export function startProcess(
  command: string,
  args: string[],
  directory: string,
  options: SpawnOptions,
): BrowserProcess {
  // A process group of its own: browsers start helpers, and all are to end.
  const child = spawn(command, args, { ...options, detached: true });
  const gone = once(child, 'exit').catch(() => undefined);
  return {
    child,
    async stop() {
      await Promise.race([gone, sleep(3000)]);
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {
        // It ended by itself.
      }
      await sleep(100);
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
