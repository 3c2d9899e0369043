import { Buffer } from 'buffer';
import { EventEmitter } from 'events';
import type { HeaderList } from '@/engine';
import { Socket } from './socket';

/** Of these Node keeps the first; all others are joined. */
const FIRST_WINS: ReadonlySet<string> = new Set([
  'age',
  'authorization',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'from',
  'host',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'location',
  'max-forwards',
  'proxy-authorization',
  'referer',
  'retry-after',
  'server',
  'user-agent',
]);

export interface Arrived {
  method: string;
  /** Path and query. */
  target: string;
  headers: HeaderList;
  body: Uint8Array | null;
  encrypted: boolean;
}

type Listener = (...given: unknown[]) => void;
interface Sink {
  write(chunk: unknown): unknown;
  end(): unknown;
}

/** A request as it arrives at a server. Its body is there at once and flows when somebody listens. */
export class IncomingMessage extends EventEmitter {
  readonly httpVersion = '1.1';
  readonly httpVersionMajor = 1;
  readonly httpVersionMinor = 1;
  method: string;
  url: string;
  readonly headers: Record<string, string | string[]> = {};
  readonly headersDistinct: Record<string, string[]> = {};
  readonly rawHeaders: string[];
  readonly trailers = {};
  readonly socket: Socket;
  readonly connection: Socket;
  complete = false;
  readable = true;
  readableEnded = false;
  aborted = false;
  destroyed = false;
  private encoding: BufferEncoding | null = null;
  private flowing = false;
  private readonly content: Uint8Array | null;

  constructor({ method, target, headers, body, encrypted }: Arrived) {
    super();
    this.method = method;
    this.url = target;
    this.rawHeaders = headers.flat();
    this.socket = this.connection = new Socket(encrypted);
    this.content = body;
    for (const [name, value] of headers) this.addHeader(name.toLowerCase(), value);
  }

  private addHeader(name: string, value: string): void {
    (this.headersDistinct[name] ??= []).push(value);
    const known = this.headers[name];
    if (name === 'set-cookie') this.headers[name] = this.headersDistinct[name];
    else if (typeof known !== 'string') this.headers[name] = value;
    else if (!FIRST_WINS.has(name)) this.headers[name] = known + (name === 'cookie' ? '; ' : ', ') + value;
  }

  override on(event: string, listener: Listener): this {
    super.on(event, listener);
    if (event === 'data' || event === 'end') this.flow();
    return this;
  }

  override addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  private flow(): void {
    if (this.flowing) return;
    this.flowing = true;
    queueMicrotask(() => {
      if (this.content && this.content.length > 0) {
        const chunk = Buffer.from(this.content);
        this.emit('data', this.encoding ? chunk.toString(this.encoding) : chunk);
      }
      this.complete = true;
      this.readable = false;
      this.readableEnded = true;
      this.emit('end');
      this.emit('close');
    });
  }

  resume(): this {
    this.flow();
    return this;
  }
  pause(): this {
    return this;
  }
  unpipe(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  setEncoding(encoding: BufferEncoding): this {
    this.encoding = encoding;
    return this;
  }
  pipe<S extends Sink>(sink: S): S {
    this.on('data', (chunk) => void sink.write(chunk));
    this.on('end', () => void sink.end());
    return sink;
  }
  destroy(): this {
    this.destroyed = true;
    this.socket.destroy();
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    const chunks: unknown[] = [];
    await new Promise<void>((resolve) => {
      this.on('data', (chunk) => chunks.push(chunk));
      this.on('end', () => resolve());
    });
    yield* chunks;
  }
}
