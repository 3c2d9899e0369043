/** The part of https://streams.spec.whatwg.org/ that bodies need: default readers, tee, pipeThrough, for await. */

export interface StreamController {
  enqueue(chunk: unknown): void;
  close(): void;
  error(reason?: unknown): void;
  readonly desiredSize: number;
}

interface Source {
  start?(controller: StreamController): unknown;
  pull?(controller: StreamController): unknown;
  cancel?(reason: unknown): unknown;
}

type Result = { done: false; value: unknown } | { done: true; value: undefined };

interface Waiting {
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

interface Core {
  chunks: unknown[];
  waiting: Waiting[];
  state: 'readable' | 'closed' | 'errored';
  closing: boolean;
  reason: unknown;
  source: Source;
  controller: StreamController;
  reader: ReadableStreamDefaultReader | null;
  disturbed: boolean;
  whenClosed: (() => void)[];
}

const cores = new WeakMap<ReadableStream, Core>();

function coreOf(stream: ReadableStream): Core {
  const core = cores.get(stream);
  if (!core) throw new TypeError('Illegal invocation');
  return core;
}

function settle(core: Core): void {
  while (core.waiting.length > 0 && core.chunks.length > 0) {
    core.waiting.shift()?.resolve({ done: false, value: core.chunks.shift() });
  }
  if (core.closing && core.chunks.length === 0 && core.state === 'readable') core.state = 'closed';
  if (core.state === 'closed') {
    for (const { resolve } of core.waiting.splice(0)) resolve({ done: true, value: undefined });
    for (const tell of core.whenClosed.splice(0)) tell();
  }
  if (core.state === 'errored') for (const { reject } of core.waiting.splice(0)) reject(core.reason);
}

export class ReadableStream {
  constructor(source: Source = {}) {
    const core: Core = {
      chunks: [],
      waiting: [],
      state: 'readable',
      closing: false,
      reason: undefined,
      source,
      reader: null,
      disturbed: false,
      whenClosed: [],
      controller: {
        enqueue(chunk) {
          if (core.closing || core.state !== 'readable') throw new TypeError('The stream is closed.');
          core.chunks.push(chunk);
          settle(core);
        },
        close() {
          core.closing = true;
          settle(core);
        },
        error(reason) {
          if (core.state !== 'readable') return;
          core.state = 'errored';
          core.reason = reason;
          core.chunks = [];
          settle(core);
        },
        get desiredSize() {
          return 1 - core.chunks.length;
        },
      },
    };
    cores.set(this, core);
    source.start?.(core.controller);
  }

  get locked(): boolean {
    return coreOf(this).reader !== null;
  }

  getReader(options: { mode?: unknown } = {}): ReadableStreamDefaultReader {
    if (options.mode !== undefined)
      throw new TypeError('Byte readers (mode "byob") are not offered by this playground.');
    return new ReadableStreamDefaultReader(this);
  }

  cancel(reason?: unknown): Promise<void> {
    if (this.locked) return Promise.reject(new TypeError('Cannot cancel a locked stream'));
    return cancelCore(coreOf(this), reason);
  }

  tee(): [ReadableStream, ReadableStream] {
    const reader = this.getReader();
    const controllers: StreamController[] = [];
    const branch = (): ReadableStream =>
      new ReadableStream({
        start: (controller) => void controllers.push(controller),
        pull: () => pump(reader, controllers),
      });
    return [branch(), branch()];
  }

  pipeThrough(transform: { readable: ReadableStream; writable: Sink }): ReadableStream {
    void this.pipeTo(transform.writable);
    return transform.readable;
  }

  async pipeTo(sink: Sink): Promise<void> {
    const writer = sink.getWriter();
    for await (const chunk of this) await writer.write(chunk);
    await writer.close();
  }

  async *values(): AsyncGenerator<unknown, void> {
    const reader = this.getReader();
    for (let result = await reader.read(); !result.done; result = await reader.read()) yield result.value;
    reader.releaseLock();
  }

  [Symbol.asyncIterator](): AsyncGenerator<unknown, void> {
    return this.values();
  }

  get [Symbol.toStringTag](): string {
    return 'ReadableStream';
  }
}

/** What `pipeTo` writes into. */
export interface Sink {
  getWriter(): { write(chunk: unknown): Promise<void>; close(): Promise<void> };
}

async function pump(reader: ReadableStreamDefaultReader, controllers: StreamController[]): Promise<void> {
  const result = await reader.read();
  for (const controller of controllers) {
    if (result.done) controller.close();
    else controller.enqueue(result.value);
  }
}

async function cancelCore(core: Core, reason: unknown): Promise<void> {
  core.disturbed = true;
  if (core.state === 'errored') throw core.reason;
  core.chunks = [];
  core.state = 'closed';
  settle(core);
  await core.source.cancel?.(reason);
}

export class ReadableStreamDefaultReader {
  readonly closed: Promise<void>;
  #stream: ReadableStream | null;

  constructor(stream: ReadableStream) {
    const core = coreOf(stream);
    if (core.reader) {
      throw new TypeError(
        "Failed to execute 'getReader' on 'ReadableStream': ReadableStreamDefaultReader constructor can only accept readable streams that are not yet locked to a reader",
      );
    }
    core.reader = this;
    this.#stream = stream;
    this.closed = new Promise((resolve) => {
      core.whenClosed.push(resolve);
      settle(core);
    });
  }

  read(): Promise<Result> {
    if (!this.#stream) return Promise.reject(new TypeError('This readable stream reader has been released'));
    const core = coreOf(this.#stream);
    core.disturbed = true;
    return new Promise((resolve, reject) => {
      core.waiting.push({ resolve, reject });
      settle(core);
      if (core.state === 'readable' && core.waiting.length > 0) {
        Promise.resolve(core.source.pull?.(core.controller)).catch((error: unknown) => core.controller.error(error));
      }
    });
  }

  cancel(reason?: unknown): Promise<void> {
    if (!this.#stream) return Promise.reject(new TypeError('This readable stream reader has been released'));
    return cancelCore(coreOf(this.#stream), reason);
  }

  releaseLock(): void {
    if (this.#stream) coreOf(this.#stream).reader = null;
    this.#stream = null;
  }
}

/** Whether anything was read from it or it was cancelled. https://streams.spec.whatwg.org/#is-readable-stream-disturbed */
export function isDisturbed(stream: ReadableStream): boolean {
  return coreOf(stream).disturbed;
}
