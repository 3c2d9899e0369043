import type { RealmError } from '@/realm';
import type { DjangoServer, FlaskServer } from '@/scenario/document';
import type { ServerEnvironment, SimulatedServer } from '../contract';
import { openInRealm } from '../server-in-realm';

/** Real Flask or Django in a realm. Where Python itself cannot be had, which is not the server's doing, every connection is closed. */
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
  try {
    return await openInRealm(program, environment, report);
  } catch (error) {
    environment.error({ message: error instanceof Error ? error.message : String(error) });
    return { handle: () => Promise.resolve({ ok: false }), close: () => undefined };
  }
}
