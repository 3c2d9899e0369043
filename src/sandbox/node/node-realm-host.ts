/**
 * Realms on the command line: a worker thread for each that is open, kept warm for the next one. A realm that hangs takes
 * its thread with it, and no other realm.
 */

import { Worker } from 'node:worker_threads';
import type { Realm, RealmFailure, RealmHost, ScriptProgram } from '@/realm';
import { HostedRealm } from '../core/hosted-realm';
import { Interpreters } from '../core/interpreters';
import { type PreparedProgram, prepareProgram } from '../core/prepared-program';
import type { RuntimeLoaders } from '../core/runtime-loaders';
import { locateSyntaxError } from '../core/syntax-error';
import { userScript } from '../core/user-script';
import { startInterpreter } from './start-interpreter';
import loadThread from './thread.ts?runtime';
import type { FromThread, ToThread } from './thread-messages';

/** Of one thread. */
const MEMORY_LIMIT_MB = 512;

export interface NodeRealmHost extends RealmHost {
  /** Ends the worker threads. A later `open` starts new ones. */
  close(): Promise<void>;
}

export function createNodeRealmHost(runtimes: RuntimeLoaders): NodeRealmHost {
  const threads = new Set<Thread>();
  const interpreters = new Interpreters(startInterpreter);

  const freeThread = (source: string): Thread => {
    for (const thread of threads) if (!thread.busy) return thread;
    const added = new Thread(source, () => threads.delete(added));
    threads.add(added);
    return added;
  };
  return {
    async open(program) {
      if (program.kind === 'python') return interpreters.open(program);
      const [source, prepared] = await Promise.all([loadThread(), prepareProgram(program, runtimes)]);
      return freeThread(source).open(prepared);
    },
    async close() {
      interpreters.end();
      await Promise.all(Array.from(threads, (thread) => thread.end()));
    },
  };
}

class Thread {
  private readonly worker: Worker;
  private current: { id: number; realm: HostedRealm; program: ScriptProgram } | null = null;
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

  get busy(): boolean {
    return this.current !== null;
  }

  open(prepared: PreparedProgram): Realm {
    const { program, runtime: kind, text } = prepared;
    this.lastId += 1;
    const id = this.lastId;
    const realm = new HostedRealm({
      post: (text) => this.post({ type: 'message', id, text }),
      end: (failure) => this.ended(id, failure),
    });
    this.current = { id, realm, program };
    const runtime = this.sent.has(kind) ? {} : { runtime: text };
    this.post({ type: 'open', id, kind, script: userScript(prepared), ...runtime });
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
    if (this.current?.id !== id) return;
    this.current = null;
    this.worker.unref();
    if (!failure || failure.kind === 'syntax' || failure.kind === 'load') this.post({ type: 'close', id });
    else void this.end(); // A realm that is stuck holds the thread.
  }

  private receive(message: FromThread): void {
    if (this.current?.id !== message.id) return;
    const { realm, program } = this.current;
    if (message.type === 'message') return realm.receive(message.text);
    if (!message.syntax) return realm.fail({ kind: 'crash', name: 'SandboxError', message: message.message });
    void locateSyntaxError(program, message.message).then((failure) => realm.fail(failure));
  }

  private crashed(message: string): void {
    this.gone();
    this.current?.realm.fail({ kind: 'crash', name: 'SandboxError', message });
  }
}
