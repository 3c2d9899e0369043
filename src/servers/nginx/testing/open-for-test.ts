import type { WireAnswer, WireRequest } from '@/realm';
import type { ServerError } from '@/scenario/result';
import type { ServerEnvironment } from '../../contract';
import { createVmRealms } from '../../testing/vm-realms';
import { openNginx } from '../open-nginx';
import load from '../realm-entry?runtime';

const realms = createVmRealms(load);

interface Given {
  origin: string;
  config: string;
  /** Of the other servers. */
  origins?: readonly string[];
  send?: (request: WireRequest) => Promise<WireAnswer>;
}

/** nginx in a bare context of this thread, with what it logged and why it did not start. */
export async function openForTest({ origin, config, origins = [], send }: Given) {
  const log: Parameters<ServerEnvironment['log']>[0][] = [];
  const errors: Omit<ServerError, 'origin'>[] = [];
  const environment: ServerEnvironment = {
    realms,
    now: () => 0,
    wait: () => new Promise(() => undefined),
    log: (entry) => void log.push(entry),
    error: (error) => void errors.push(error),
    state: () => undefined,
    origins,
    send: send ?? (() => Promise.resolve({ ok: false, message: 'nobody', failure: 'refused' })),
  };
  const server = await openNginx({ kind: 'nginx', origin, config }, environment);
  return { server, log, errors };
}
