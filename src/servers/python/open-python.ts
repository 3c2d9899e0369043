import type { RealmError } from '@/realm';
import type { DjangoServer, FlaskServer } from '@/scenario/document';
import type { ServerEnvironment, SimulatedServer } from '../contract';
import { ServerProcess } from '../server-process';

/**
 * Real Flask or Django in a realm. A process that ended (a runaway) is started anew for the next request; one whose code does
 * not load, or whose Python cannot be had, closes every connection.
 */
export async function openPython(
  { kind, code, origin, env = {} }: FlaskServer | DjangoServer,
  environment: ServerEnvironment,
): Promise<SimulatedServer> {
  const program = { kind: 'python' as const, framework: kind, code, origin, env };
  const report = ({ name, message, line, column }: RealmError): void =>
    environment.error({
      message: name === 'Stopped' ? message : `${name}: ${message}`,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  const start = () => ServerProcess.start(program, environment, report);
  let process: ServerProcess;
  try {
    process = await start();
  } catch (error) {
    environment.error({ message: error instanceof Error ? error.message : String(error) });
    return { handle: () => Promise.resolve({ ok: false }), close: () => undefined };
  }
  const loads = process.isAlive;
  return {
    async handle(request, exchange) {
      if (!loads) return { ok: false };
      if (!process.isAlive) process = await start();
      return process.handle(request, exchange);
    },
    close: () => process.close(),
  };
}
