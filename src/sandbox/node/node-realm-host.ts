/**
 * Realms on the command line: one warm worker thread for all of them. A realm that hangs takes the thread with it; the other
 * realms of that run fail then too, and the next run gets a new thread.
 */

import { Worker } from 'node:worker_threads';
import type { Realm, RealmFailure, RealmHost, RealmProgram } from '@/realm';
import { HostedRealm } from '../core/hosted-realm';
import type { RuntimeLoaders } from '../core/runtime-loaders';
import { locateSyntaxError } from '../core/syntax-error';
import { userScript } from '../core/user-script';
import loadThread from './thread.ts?runtime';
import type { FromThread, ToThread } from './thread-messages';

/** Of the whole thread. */
const MEMORY_LIMIT_MB = 512;

export interface NodeRealmHost extends RealmHost {
  /** Ends the worker thread. A later `open` starts a new one. */
  close(): Promise<void>;
}

export function createNodeRealmHost(runtimes: RuntimeLoaders): NodeRealmHost {
  let thread: Promise<Thread> | null = null;

  const start = (): Promise<Thread> => {
    const starting = loadThread().then(
      (source) =>
        new Thread(source, () => {
          if (thread === starting) thread = null;
        }),
    );
    return starting;
  };
  return {
    async open(program) {
      const runtime = await runtimes[program.kind]();
      thread ??= start();
      return (await thread).open(program, runtime);
    },
    async close() {
      const ending = thread;
      thread = null;
      await (await ending)?.end();
    },
  };
}

class Thread {
  private readonly worker: Worker;
  private readonly realms = new Map<number, { realm: HostedRealm; code: string }>();
  private readonly sent = new Set<string>();
  private lastId = 0;

  constructor(
    source: string,
    private readonly gone: () => void,
  ) {
    this.worker = new Worker(source, {
      eval: true,
      env: {},
      stdin: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    this.worker.unref();
    this.worker.on('message', (message: FromThread) => this.receive(message));
    this.worker.on('error', (error) => this.crashed(error.message));
    this.worker.on('exit', () => this.crashed('The sandbox ended.'));
  }

  open(program: RealmProgram, runtime: string): Realm {
    this.lastId += 1;
    const id = this.lastId;
    const realm = new HostedRealm({
      post: (text) => this.post({ type: 'message', id, text }),
      end: (failure) => this.ended(id, failure),
    });
    this.realms.set(id, { realm, code: program.code });
    const { kind } = program;
    this.post({ type: 'open', id, kind, script: userScript(program), ...(this.sent.has(kind) ? {} : { runtime }) });
    this.sent.add(kind);
    this.worker.ref();
    return realm;
  }

  async end(): Promise<void> {
    this.gone();
    await this.worker.terminate();
  }

  private post(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private ended(id: number, failure: RealmFailure | undefined): void {
    this.realms.delete(id);
    if (!failure || failure.kind === 'syntax' || failure.kind === 'load') {
      this.post({ type: 'close', id });
    } else {
      // A realm that is stuck holds the thread.
      void this.end();
      this.crashed('Other code of this run was stopped, and this code with it.');
    }
    if (this.realms.size === 0) this.worker.unref();
  }

  private receive(message: FromThread): void {
    const opened = this.realms.get(message.id);
    if (!opened) return;
    if (message.type === 'message') return opened.realm.receive(message.text);
    if (!message.syntax) return opened.realm.fail({ kind: 'crash', name: 'SandboxError', message: message.message });
    void locateSyntaxError(opened.code, message.message).then((failure) => opened.realm.fail(failure));
  }

  private crashed(message: string): void {
    this.gone();
    for (const { realm } of Array.from(this.realms.values())) {
      realm.fail({ kind: 'crash', name: 'SandboxError', message });
    }
  }
}
