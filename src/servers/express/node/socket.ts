import { EventEmitter } from 'events';

/** What Express and its packages look at of a connection. */
export class Socket extends EventEmitter {
  readonly remoteAddress = '127.0.0.1';
  readonly remotePort = 50_000;
  readonly localAddress = '127.0.0.1';
  readable = true;
  writable = true;
  destroyed = false;

  constructor(readonly encrypted: boolean) {
    super();
    this.setMaxListeners(0);
  }

  destroy(): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.readable = this.writable = false;
    this.emit('close');
    return this;
  }

  end(): this {
    return this.destroy();
  }
  setTimeout(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
}
