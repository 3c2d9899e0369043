import type { HeaderList } from '@/engine';
import type { WireAnswer, WireRequest } from '@/realm';
import type { ServerError, ServerLogEntry } from '@/scenario/result';
import type { ServerEnvironment, ServerReply } from '../../contract';
import { openExpress } from '../open-express';
import { createVmRealms } from '../../testing/vm-realms';
import load from '../realm-entry?runtime';

const realms = createVmRealms(load);

export interface Asked {
  method?: string;
  path: string;
  headers?: HeaderList;
  body?: string;
}

/** A server of `code`, and what it logged. Its simulated time jumps with each wait, one after the other. */
export async function openForTest(
  code: string,
  { env, send }: { env?: Record<string, string>; send?: (request: WireRequest) => Promise<WireAnswer> } = {},
) {
  let now = 0;
  const log: Omit<ServerLogEntry, 'origin' | 'at'>[] = [];
  const errors: Omit<ServerError, 'origin'>[] = [];
  const states: { state: unknown; exchange?: number }[] = [];
  const environment: ServerEnvironment = {
    realms,
    now: () => now,
    wait: async (milliseconds) => {
      const until = now + milliseconds;
      await new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds / 100, 200)));
      now = Math.max(now, until);
    },
    state: (state, exchange) => void states.push({ state, ...(exchange === undefined ? {} : { exchange }) }),
    log: (entry) => void log.push(entry),
    error: (error) => void errors.push(error),
    origins: [],
    send: send ?? (() => Promise.resolve({ ok: false, message: 'nobody there' })),
  };
  const origin = 'https://api.example.com';
  const server = await openExpress({ kind: 'express', origin, code, ...(env ? { env } : {}) }, environment);
  let exchange = 0;
  const ask = ({ method = 'GET', path, headers = [], body }: Asked): Promise<ServerReply> =>
    server.handle(
      {
        kind: 'actual',
        method,
        url: origin + path,
        headers,
        body: body === undefined ? null : new TextEncoder().encode(body),
      },
      exchange++,
    );
  return { ask, log, errors, states, close: () => server.close(), now: () => now };
}

export function bodyOf(reply: ServerReply): string | null {
  return reply.ok ? new TextDecoder().decode(reply.response.body) : null;
}
