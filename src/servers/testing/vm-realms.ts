import vm from 'node:vm';
import { type Effect, type Realm, type RealmFailure, type RealmHost, type TurnResult, encode } from '@/realm';
import { decode } from '@/realm/codec';
import type { Bridge } from '@/realm/runtime';
import { BRIDGE, ENTRY, SCRIPT_NAME } from '@/realm/runtime/entry-point';

type Message = { type: 'ready' } | { type: 'turn'; effects: Effect[] } | { type: 'flood'; effects: Effect[] };

/**
 * Realms for tests: a bare context in this very thread, without deadlines.
 *
 * @param load gives the text of the runtime
 */
export function createVmRealms(load: () => Promise<string>): RealmHost {
  let runtime: vm.Script | undefined;
  return {
    async open(program) {
      runtime ??= new vm.Script(await load());
      const context = vm.createContext({});
      let receive: (text: string) => void = () => undefined;
      const waiting: ((result: TurnResult) => void)[] = [];
      const bridge: Bridge = {
        post(text) {
          const message = decode(text) as Message;
          if (message.type === 'turn') waiting.shift()?.({ ok: true, effects: message.effects });
        },
        listen: (listener) => {
          receive = listener;
        },
        macrotask: (callback) => void setImmediate(callback),
        onUnhandledRejection: () => undefined,
        run: () => 'Servers run no scripts of others.',
        url: (input, base) => {
          if (!URL.canParse(input, base)) return null;
          const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } = new URL(
            input,
            base,
          );
          const parts = { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash };
          return JSON.stringify(parts);
        },
      };
      (context as Record<string, unknown>)[BRIDGE] = bridge;
      runtime.runInContext(context);
      const script = `${ENTRY}(${JSON.stringify(program)}, 2, async function () {\n${program.code}\n})`;
      try {
        vm.runInContext(script, context, { filename: SCRIPT_NAME });
      } catch (error) {
        const failure: RealmFailure = { kind: 'syntax', name: 'SyntaxError', message: (error as Error).message };
        return { turn: () => Promise.resolve({ ok: false, failure, effects: [] }), close: () => undefined };
      }
      const realm: Realm = {
        turn: (turn) =>
          new Promise((resolve) => {
            waiting.push(resolve);
            receive(encode({ type: 'turn', turn }));
          }),
        close: () => undefined,
      };
      return realm;
    },
  };
}
