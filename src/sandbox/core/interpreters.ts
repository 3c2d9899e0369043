/**
 * Python interpreters, kept warm: each serves one realm after another, and two realms that are open at once have one each. An
 * interpreter that hangs or lies is ended; the next realm gets a new one.
 */

import type { PythonProgram, Realm, RealmFailure } from '@/realm';
import { fromText, toText } from '@/servers/python/interpreter/messages';
import { HostedRealm } from './hosted-realm';

/** Milliseconds of real time. */
export interface Deadlines {
  /** What a turn of Python may take. */
  turn: number;
  /** From having all files until an interpreter must have started, however busy the machine is. */
  starting: number;
  /** What an interpreter has to tidy up after a realm. */
  tidying: number;
}

const DEADLINES: Deadlines = { turn: 3000, starting: 120_000, tidying: 3000 };

/** A worker with an interpreter in it. */
export interface InterpreterWorker {
  post(text: string): void;
  /** Hands over a framework, however long it takes to come by; answered by a message. */
  install(framework: string): Promise<void>;
  end(): void;
}

export interface InterpreterListener {
  message(text: string): void;
  gone(message: string): void;
}

export type StartInterpreter = (listener: InterpreterListener) => Promise<InterpreterWorker>;

export class Interpreters {
  private readonly all = new Set<Interpreter>();
  private lastOpened: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly start: StartInterpreter,
    private readonly deadlines = DEADLINES,
  ) {}

  /** @throws Error where Python cannot be had: the download failed, or it does not start here */
  open(program: PythonProgram): Promise<Realm> {
    // One after another: while one interpreter starts, no second one is started for a run that is out of date by then.
    const opened = this.lastOpened.then(async () => {
      const interpreter = await this.claim(program.framework);
      try {
        await interpreter.prepare(program.framework);
      } catch (error) {
        interpreter.end();
        throw error;
      }
      return interpreter.open(program);
    });
    this.lastOpened = opened.catch(() => undefined);
    return opened;
  }

  end(): void {
    for (const interpreter of this.all) interpreter.end();
  }

  private async claim(framework: string): Promise<Interpreter> {
    // One that serves another realm may be free sooner than a new one would have started.
    const patience = Date.now() + Math.max(0, ...Array.from(this.all, ({ startedIn }) => startedIn));
    for (;;) {
      const free = Array.from(this.all).filter((one) => !one.busy);
      const found = free.find((one) => one.has(framework)) ?? free[0];
      if (found) return found.claim();
      const mayCome = Array.from(this.all).some((one) => one.isTidying || Date.now() < patience);
      if (!mayCome) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const added = new Interpreter(this.start, this.deadlines, (gone) => this.all.delete(gone));
    this.all.add(added);
    return added.claim();
  }
}

class Interpreter {
  busy = false;
  /** Milliseconds that it took from having its files. */
  startedIn = 0;
  private worker: Promise<InterpreterWorker> | null = null;
  private readonly frameworks = new Set<string>();
  private realm: { id: number; hosted: HostedRealm } | null = null;
  private waiting: { resolve(): void; reject(error: Error): void } | null = null;
  private lastId = 0;
  private tidying: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  constructor(
    private readonly start: StartInterpreter,
    private readonly deadlines: Deadlines,
    private readonly gone: (interpreter: Interpreter) => void,
  ) {}

  has(framework: string): boolean {
    return this.frameworks.has(framework);
  }

  /** It will be free in a moment, or ended. */
  get isTidying(): boolean {
    return this.busy && this.tidying !== undefined;
  }

  claim(): this {
    this.busy = true;
    return this;
  }

  release(): void {
    this.busy = false;
  }

  async prepare(framework: string): Promise<void> {
    if (this.frameworks.has(framework)) return;
    this.worker ??= this.start({ message: (text) => this.receive(text), gone: (why) => this.fail(why) });
    const worker = await this.worker;
    let began = Date.now();
    let late: ReturnType<typeof setTimeout> | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        this.waiting = { resolve, reject };
        const hurry = (): void => {
          began = Date.now();
          late = setTimeout(() => reject(new Error('Python did not start in time.')), this.deadlines.starting);
        };
        worker.install(framework).then(hurry, reject);
      });
    } finally {
      clearTimeout(late);
    }
    this.waiting = null;
    this.startedIn ||= Date.now() - began;
    this.frameworks.add(framework);
  }

  open(program: PythonProgram): Realm {
    const id = (this.lastId += 1);
    const hosted = new HostedRealm(
      {
        post: (text) => this.post(id, 'message', text),
        end: (failure) => this.ended(id, failure),
      },
      this.deadlines.turn,
    );
    this.realm = { id, hosted };
    this.post(id, 'open', JSON.stringify(program));
    return hosted;
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    this.gone(this);
    clearTimeout(this.tidying);
    void this.worker?.then(
      (worker) => worker.end(),
      () => undefined,
    );
  }

  private post(realm: number, word: 'open' | 'message' | 'close', text: string): void {
    void this.worker?.then((worker) => worker.post(toText({ realm, word, text })));
  }

  private ended(id: number, failure: RealmFailure | undefined): void {
    if (this.realm?.id !== id) return;
    this.realm = null;
    if (failure) return this.end();
    this.tidying = setTimeout(() => this.end(), this.deadlines.tidying);
    this.post(id, 'close', '');
  }

  private receive(given: string): void {
    try {
      const { realm, word, text } = fromText(given, ['installed', 'failed', 'message', 'closed']);
      if (word === 'installed') return this.waiting?.resolve();
      if (word === 'failed') return this.fail(text);
      if (word === 'closed') {
        clearTimeout(this.tidying);
        this.tidying = undefined;
        return this.release();
      }
      if (this.realm?.id === realm) this.realm.hosted.receive(text);
    } catch {
      this.fail('It sent what it must not send.');
    }
  }

  private fail(why: string): void {
    const message = `Python failed. ${why}`.trim();
    this.waiting?.reject(new Error(message));
    this.realm?.hosted.fail({ kind: 'crash', name: 'SandboxError', message });
    this.end();
  }
}
