import { once } from 'node:events';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { ByteReader } from './byte-reader';
import type { Certificates } from './certificates';
import { serveWebSocket } from './web-socket';
import { readRequest, writeResponse, type ReceivedRequest, type ServedResponse } from './http';

export interface OriginRequest extends Omit<ReceivedRequest, 'target'> {
  url: string;
}

/** `abort`: the connection is closed without an answer. */
export type Answering = (request: OriginRequest) => ServedResponse | 'abort';

/**
 * A proxy on loopback that connects to nowhere: it ends TLS itself and answers as every origin. So any host and port
 * works, no name is resolved, and the requests of one browser are its own.
 */
export class OriginProxy {
  readonly #server: net.Server;
  readonly #context: tls.SecureContext;
  readonly #sockets = new Set<Duplex>();
  answer: Answering = () => 'abort';

  private constructor({ key, certificate }: Certificates) {
    this.#context = tls.createSecureContext({ key, cert: certificate });
    this.#server = net.createServer((socket) => {
      socket.setNoDelay(true);
      void this.#serve(this.#keep(socket), '');
    });
  }

  static async listen(certificates: Certificates): Promise<OriginProxy> {
    const proxy = new OriginProxy(certificates);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** @param origin of the tunnel that the socket is; empty on the connection to the proxy itself */
  async #serve(socket: Duplex, origin: string): Promise<void> {
    const reader = new ByteReader(socket);
    for (let request = await readRequest(reader); request; request = await readRequest(reader)) {
      if (request.method === 'CONNECT') {
        reader.release();
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        const options = { isServer: true, secureContext: this.#context, ALPNProtocols: ['http/1.1'] };
        const tunnel = new tls.TLSSocket(socket as net.Socket, options);
        return this.#serve(this.#keep(tunnel), `https://${request.target.replace(/:443$/, '')}`);
      }
      const { target, ...rest } = request;
      const answer = this.answer({ ...rest, url: origin + target });
      if (answer === 'abort') return void socket.destroy();
      if (answer.status === 101) return serveWebSocket(reader, socket, request);
      writeResponse(socket, request.method, answer);
    }
  }

  #keep<Socket extends Duplex>(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A browser that drops a connection is none of our concern.
    socket.on('error', () => undefined);
    return socket;
  }
}
