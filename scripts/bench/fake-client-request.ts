import { PassThrough, Readable, Writable } from 'node:stream';
import type { Answer } from '@/truth/recording';

/** As much of Node's ClientRequest as a client uses that only wants its response. */
export class FakeClientRequest extends Writable {
  readonly #answer: Omit<Answer, 'abort'> | null;

  constructor(answer: Omit<Answer, 'abort'> | null) {
    super();
    this.#answer = answer;
  }

  setTimeout(): this {
    return this;
  }

  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }

  override _final(done: () => void): void {
    done();
    queueMicrotask(() => {
      this.emit('socket', new PassThrough());
      if (this.#answer) this.emit('response', response(this.#answer));
      else this.emit('error', new Error('socket hang up'));
    });
  }
}

function response({ status, headers, body }: Omit<Answer, 'abort'>): Readable {
  const bodiless = status === 204 || status === 304 || !body;
  return Object.assign(Readable.from(bodiless ? [] : [Buffer.from(body)]), {
    statusCode: status,
    statusMessage: '',
    rawHeaders: headers.flat(),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value.trim()])),
  });
}
