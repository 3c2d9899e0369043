import type { Duplex } from 'node:stream';

/** Reads what arrives on a socket in pieces of the size that a protocol asks for. */
export class ByteReader {
  #pending = Buffer.alloc(0);
  #ended = false;
  #wake: () => void = () => undefined;
  readonly #socket: Duplex;

  constructor(socket: Duplex) {
    this.#socket = socket;
    socket.on('data', this.#onData);
    for (const event of ['end', 'close', 'error']) socket.on(event, this.#onEnd);
  }

  /** Up to and without the delimiter; null where the socket ends before. */
  async until(delimiter: string): Promise<Buffer | null> {
    let at = this.#pending.indexOf(delimiter);
    while (at < 0) {
      if (this.#ended) return null;
      await this.#more();
      at = this.#pending.indexOf(delimiter);
    }
    const found = this.#pending.subarray(0, at);
    this.#pending = this.#pending.subarray(at + delimiter.length);
    return found;
  }

  async bytes(count: number): Promise<Buffer | null> {
    while (this.#pending.length < count) {
      if (this.#ended) return null;
      await this.#more();
    }
    const found = this.#pending.subarray(0, count);
    this.#pending = this.#pending.subarray(count);
    return found;
  }

  /** Leaves the socket to somebody else, with what has been read too much put back. */
  release(): void {
    this.#socket.off('data', this.#onData);
    if (this.#pending.length) this.#socket.unshift(this.#pending);
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  readonly #onData = (data: Buffer): void => {
    this.#pending = Buffer.concat([this.#pending, data]);
    this.#wake();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#wake();
  };
}
