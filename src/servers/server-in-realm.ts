import type { RealmError, RealmProgram } from '@/realm';
import type { ServerEnvironment, SimulatedServer } from './contract';
import { ServerProcess } from './server-process';

/**
 * A server that is a program in a realm. A process that ended (a runaway, an uncaught error) is started anew for the next
 * request. One that ends while it starts (its code does not parse, or throws) leaves nobody who listens; one that had to be
 * stopped there has accepted connections, and closes every one.
 */
export async function openInRealm(
  program: RealmProgram,
  environment: ServerEnvironment,
  report: (error: RealmError) => void,
): Promise<SimulatedServer> {
  const start = () => ServerProcess.start(program, environment, report);
  let process = await start();
  const loads = process.isAlive;
  return {
    isDown: !loads && !process.wasStopped,
    async handle(request, exchange) {
      if (!loads) return { ok: false };
      if (!process.isAlive) process = await start();
      return process.handle(request, exchange);
    },
    close: () => process.close(),
  };
}
