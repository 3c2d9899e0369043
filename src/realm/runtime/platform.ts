/**
 * What the runtime needs of the place it runs in, taken before anything is shimmed. In the page that is a worker with all its
 * native functions. On the command line it is a bare `node:vm` context: the host puts a bridge into it, whose functions take
 * and give only strings and callbacks, so that no object of the host ever reaches the user's code.
 */

import { BRIDGE } from './entry-point';

export interface Platform {
  post(text: string): void;
  listen(receive: (text: string) => void): void;
  /** Calls back in a task of its own, when all microtasks are done. */
  macrotask(callback: () => void): void;
  /** Rejections that nobody handled by the end of the task. */
  onUnhandledRejection(report: (reason: unknown, promise: unknown) => void): void;
  /**
   * Runs a classic script in the global scope.
   *
   * @param address what stack traces call it
   * @throws whatever the script throws, or SyntaxError
   */
  runScript(text: string, address: string): void;
  /** Parses URLs in a `node:vm` context. */
  bridge?: Bridge;
  /** Parses URLs in a worker. */
  NativeURL?: typeof URL;
}

/** Host functions in a `node:vm` context. */
export interface Bridge {
  post(text: string): void;
  listen(receive: (text: string) => void): void;
  macrotask(callback: () => void): void;
  onUnhandledRejection(report: (reason: unknown, promise: unknown) => void): void;
  /** Runs a classic script; what it throws comes through. A text says why it is none. */
  run(text: string, address: string): string | null;
  /** JSON of the parts of a parsed URL, after setting `property` where given; null where it does not parse. */
  url(input: string, base: string | undefined, property: string | undefined, value: string | undefined): string | null;
}

export function takePlatform(): Platform {
  const scope = globalThis as unknown as Record<string, unknown>;
  const bridge = scope[BRIDGE] as Bridge | undefined;
  if (bridge) {
    delete scope[BRIDGE];
    return {
      post: bridge.post,
      listen: bridge.listen,
      macrotask: bridge.macrotask,
      onUnhandledRejection: bridge.onUnhandledRejection,
      runScript(text, address) {
        const wrong = bridge.run(text, address);
        if (wrong !== null) throw new SyntaxError(wrong);
      },
      bridge,
    };
  }
  return workerPlatform();
}

function workerPlatform(): Platform {
  const post = self.postMessage.bind(self) as (message: string) => void;
  const listenTo = self.addEventListener.bind(self);
  const channel = new MessageChannel();
  const wake = channel.port2.postMessage.bind(channel.port2) as (message: null) => void;
  const load = importScripts.bind(self);
  const { createObjectURL, revokeObjectURL } = URL;
  const NativeBlob = Blob;
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    NativeURL: URL,
    runScript(text, address) {
      const blob = new NativeBlob([text, `\n//# sourceURL=${address}`], { type: 'text/javascript' });
      const url = createObjectURL.call(URL, blob);
      try {
        load(url);
      } finally {
        revokeObjectURL.call(URL, url);
      }
    },
    post,
    listen(receive) {
      listenTo('message', (event) => {
        const data = (event as MessageEvent<unknown>).data;
        if (typeof data === 'string') receive(data);
      });
    },
    macrotask(callback) {
      waiting.push(callback);
      wake(null);
    },
    onUnhandledRejection(report) {
      listenTo('unhandledrejection', (event) => {
        event.preventDefault();
        const { reason, promise } = event as PromiseRejectionEvent;
        report(reason, promise);
      });
    },
  };
}
