/** The inside of nginx's realm: the configuration is read, and then one request after another answered. */

import type { Delivery, NginxProgram, ServerAnswer, WireAnswer } from '@/realm';
import { isError, type OpenProgram } from '@/realm/runtime';
import { createUrl } from '@/realm/web';
import type { ServerReply } from '../contract';
import { knowsHost } from '../known-hosts';
import { ConfigError } from './config/config-error';
import { runConfig, type RunningNginx } from './run-config';

type Arrived = Extract<Delivery, { type: 'request' }>;

export const openProgram: OpenProgram<NginxProgram> = ({ config, origins }, realm) => {
  // What is native in the scope is gone.
  Object.assign(globalThis, { URL: createUrl(realm.platform) });
  const asked = new Map<number, (answer: WireAnswer) => void>();
  let nginx: RunningNginx | undefined;

  const start = (): RunningNginx =>
    runConfig(config, {
      now: () => realm.now(),
      log: (text, request) => realm.emit({ type: 'console', level: 'error', text, request }),
      knowsHost: (name) => knowsHost(name, origins),
      send: (request) =>
        new Promise((resolve) => {
          const id = realm.nextId();
          asked.set(id, resolve);
          realm.emit({ type: 'upstream', id, request });
        }),
    });
  const end = (error: unknown): void => realm.emit({ type: 'settled', error: describe(error) });

  return {
    start() {
      try {
        nginx = start();
        realm.emit({ type: 'settled' });
      } catch (error) {
        end(error);
      }
    },
    request({ id, request }: Arrived) {
      nginx?.({ kind: 'actual', ...request }, id).then(
        (reply) => realm.emit({ type: 'answer', id, answer: toAnswer(reply) }),
        end,
      );
    },
    upstream({ id, answer }) {
      asked.get(id)?.(answer);
      asked.delete(id);
    },
    uncaught: end,
  };
};

function toAnswer(reply: ServerReply): ServerAnswer {
  if (!reply.ok) return { status: 0, statusText: '', headers: [], body: new Uint8Array(), aborted: true };
  const { response, source } = reply;
  return {
    ...response,
    ...(source?.line === undefined ? {} : { line: source.line }),
    ...(source?.headers ? { headerLines: source.headers } : {}),
  };
}

function describe(error: unknown) {
  if (error instanceof ConfigError) return { name: error.name, message: error.message, line: error.line };
  return isError(error) ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
}
