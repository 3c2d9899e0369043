import { Buffer } from 'buffer';
import { EventEmitter } from 'events';
import type { HeaderList } from '@/engine';
import type { IncomingMessage } from './incoming-message';
import { checkHeaderName, checkHeaderValue, checkReasonPhrase, headersAreSent, nodeError } from './node-error';
import { STATUS_CODES } from './status-codes';

export interface Answered {
  status: number;
  statusText: string;
  headers: HeaderList;
  body: Uint8Array;
  /** The connection was destroyed before the response ended. */
  aborted: boolean;
}

/** Told what happens to a response, so that it can be put down to a line of code. */
export interface ResponseObserver {
  headerSet(name: string): void;
  ended(): void;
  answered(answer: Answered): void;
}

type Value = number | string | readonly string[];
type GivenHeaders = Record<string, Value> | readonly unknown[];
type Callback = () => void;

/**
 * The server's side of an exchange, as Node 20 does it: checks, order and case of headers, Content-Length and
 * Transfer-Encoding. Date, Connection and Keep-Alive, which speak of the moment and the connection, are not added.
 */
export class ServerResponse extends EventEmitter {
  statusCode = 200;
  statusMessage: string | undefined;
  sendDate = true;
  finished = false;
  writableFinished = false;
  destroyed = false;
  readonly writable = true;
  readonly socket: IncomingMessage['socket'];
  readonly connection: IncomingMessage['socket'];
  readonly #set = new Map<string, [name: string, value: Value]>();
  readonly #removed = new Set<string>();
  readonly #chunks: Uint8Array[] = [];
  readonly #observer: ResponseObserver;
  #sent: HeaderList | null = null;
  #hasBody: boolean;

  constructor(
    readonly req: IncomingMessage,
    observer: ResponseObserver,
  ) {
    super();
    this.socket = this.connection = req.socket;
    this.#hasBody = req.method !== 'HEAD';
    this.#observer = observer;
    this.socket.once('close', () => this.#answer(true));
  }

  get headersSent(): boolean {
    return this.#sent !== null;
  }
  get writableEnded(): boolean {
    return this.finished;
  }
  get _header(): string | null {
    return this.#sent ? this.#sent.map(([name, value]) => `${name}: ${value}\r\n`).join('') : null;
  }

  setHeader(name: string, value: Value): this {
    if (this.#sent) throw headersAreSent('set');
    checkHeaderName(name);
    checkHeaderValue(name, value);
    this.#set.set(name.toLowerCase(), [name, value]);
    this.#removed.delete(name.toLowerCase());
    this.#observer.headerSet(name);
    return this;
  }
  setHeaders(headers: Iterable<[string, Value]>): this {
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  }
  appendHeader(name: string, value: Value): this {
    if (this.#sent) throw headersAreSent('append');
    const [written, known] = this.#set.get(String(name).toLowerCase()) ?? [name];
    if (known === undefined) return this.setHeader(name, value);
    checkHeaderValue(name, value);
    return this.setHeader(written, [known, value].flat().map(String));
  }
  getHeader(name: string): Value | undefined {
    return this.#set.get(name.toLowerCase())?.[1];
  }
  hasHeader(name: string): boolean {
    return this.#set.has(name.toLowerCase());
  }
  removeHeader(name: string): void {
    if (this.#sent) throw headersAreSent('remove');
    this.#set.delete(name.toLowerCase());
    this.#removed.add(name.toLowerCase());
  }
  getHeaderNames(): string[] {
    return [...this.#set.keys()];
  }
  getRawHeaderNames(): string[] {
    return [...this.#set.values()].map(([name]) => name);
  }
  getHeaders(): Record<string, Value> {
    const entries = [...this.#set].map(([key, [, value]]) => [key, value] as const);
    return Object.assign(Object.create(null) as Record<string, Value>, Object.fromEntries(entries));
  }

  writeHead(status: number, reason?: string | GivenHeaders, given?: GivenHeaders): this {
    if (this.#sent) throw headersAreSent('write');
    const code = Number(status) | 0;
    if (code < 100 || code > 999) {
      throw nodeError(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${String(status)}`);
    }
    if (typeof reason === 'string') this.statusMessage = reason;
    else given ??= reason;
    this.statusMessage ||= STATUS_CODES[code] ?? 'unknown';
    this.statusCode = code;
    const onlyGiven = this.#set.size === 0;
    const pairs = toPairs(given);
    const repeated = onlyGiven ? pairs : [];
    for (const [name, value] of pairs) this.setHeader(name, value);
    checkReasonPhrase(this.statusMessage);
    // Without headers from before, Node sends what it is given as it is, repeats included.
    this.#store(repeated.length > 0 ? repeated : [...this.#set.values()], null);
    return this;
  }

  /** @param length of the whole body, where it is known before the head is sent */
  #store(headers: readonly [string, Value][], length: number | null): void {
    const status = this.statusCode;
    if (status === 204 || status === 304 || status < 200) this.#hasBody = false;
    const sent: HeaderList = headers.flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((one: unknown): HeaderList[0] => [name, String(one)])
        : [[name, String(value)] as HeaderList[0]],
    );
    const has = (wanted: string) => sent.some(([name]) => name.toLowerCase() === wanted);
    if (this.#hasBody && !has('content-length') && !has('transfer-encoding')) {
      if (length !== null && !has('trailer') && !this.#removed.has('content-length')) {
        sent.push(['Content-Length', String(length)]);
      } else if (!this.#removed.has('transfer-encoding')) {
        sent.push(['Transfer-Encoding', 'chunked']);
      }
    }
    this.#sent = sent;
  }

  #implicitHead(length: number | null): void {
    this.statusMessage ||= STATUS_CODES[this.statusCode] ?? 'unknown';
    const code = this.statusCode | 0;
    if (code < 100 || code > 999) {
      throw nodeError(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${String(this.statusCode)}`);
    }
    this.statusCode = code;
    checkReasonPhrase(this.statusMessage);
    this.#store([...this.#set.values()], length);
  }

  flushHeaders(): void {
    if (!this.#sent) this.#implicitHead(null);
  }

  write(chunk: unknown, encoding?: unknown, callback?: Callback): boolean {
    this.#write(chunk, encoding, null);
    const done = typeof encoding === 'function' ? (encoding as Callback) : callback;
    if (done) queueMicrotask(done);
    return true;
  }

  #write(chunk: unknown, encoding: unknown, length: number | null): void {
    const bytes = toBytes(chunk, encoding);
    if (this.finished) throw nodeError(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end');
    if (!this.#sent) this.#implicitHead(length === null ? null : bytes.length);
    if (this.#hasBody) this.#chunks.push(bytes);
  }

  end(chunk?: unknown, encoding?: unknown, callback?: Callback): this {
    const content = typeof chunk === 'function' ? undefined : chunk;
    const done = [chunk, encoding, callback].find((one) => typeof one === 'function') as Callback | undefined;
    if (content) this.#write(content, encoding, 0);
    else if (this.finished) return this;
    else if (!this.#sent) this.#implicitHead(0);
    if (done) this.once('finish', done);
    this.finished = true;
    this.#observer.ended();
    queueMicrotask(() => {
      this.writableFinished = true;
      this.emit('finish');
      this.emit('close');
      this.#answer(false);
    });
    return this;
  }

  destroy(): this {
    this.destroyed = true;
    this.socket.destroy();
    return this;
  }

  #answered = false;
  #answer(aborted: boolean): void {
    if (this.#answered || (aborted && this.finished)) return;
    this.#answered = true;
    this.#observer.answered({
      status: this.statusCode,
      statusText: this.statusMessage ?? '',
      headers: this.#sent ?? [],
      body: new Uint8Array(Buffer.concat(this.#chunks)),
      aborted,
    });
  }

  writeContinue(): void {}
  writeProcessing(): void {}
  setTimeout(): this {
    return this;
  }
  cork(): void {}
  uncork(): void {}
}

function toPairs(given: GivenHeaders | undefined): [string, Value][] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return Object.entries(given as Record<string, Value>);
  if (Array.isArray(given[0])) return given as [string, Value][];
  const flat = given as (string & Value)[];
  return flat.flatMap((name, index): [string, Value][] => (index % 2 === 0 ? [[name, flat[index + 1]!]] : []));
}

function toBytes(chunk: unknown, encoding: unknown): Uint8Array {
  if (typeof chunk === 'string') {
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  }
  if (chunk instanceof Uint8Array) return chunk;
  const message = 'The "chunk" argument must be of type string or an instance of Buffer or Uint8Array.';
  throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
}
