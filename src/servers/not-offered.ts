import type { Server } from '@/scenario/document';
import type { ServerEnvironment, SimulatedServer } from './contract';

/** Stands in for a server of a kind that this version cannot run: says so, and closes every connection. */
export function openNotOffered(what: string, server: Server, environment: ServerEnvironment): SimulatedServer {
  environment.error({ message: `${what} is not offered in this version: ${server.origin} answers nothing.` });
  return { handle: () => Promise.resolve({ ok: false }), close: () => undefined };
}
