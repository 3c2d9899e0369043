import type { ExpressServer } from '@/scenario/document';
import type { RealmError } from '@/realm';
import type { ServerEnvironment, SimulatedServer } from '../contract';
import { openInRealm } from '../server-in-realm';
import { withState } from './top-level-state';
import { prepareCode } from './prepare-code';

/** Real Express in a realm. */
export async function openExpress(server: ExpressServer, environment: ServerEnvironment): Promise<SimulatedServer> {
  const prepared = await prepareCode(server.code);
  if (!prepared.ok) {
    environment.error(prepared.error);
    return { isDown: true, handle: () => Promise.resolve({ ok: false }), close: () => undefined };
  }
  const { code } = prepared;
  const program = { kind: 'express' as const, code: withState(code), origin: server.origin, env: server.env ?? {} };
  const report = ({ name, message, line, column }: RealmError): void => {
    // Taking modules and types out keeps lines and moves columns.
    const known = column !== undefined && code === server.code;
    const position = { ...(line === undefined ? {} : { line }), ...(known ? { column } : {}) };
    environment.error({ message: name === 'Stopped' ? message : `${name}: ${message}`, ...position });
  };

  return openInRealm(program, environment, report);
}
