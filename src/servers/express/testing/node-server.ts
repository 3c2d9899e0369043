import http from 'node:http';
import { createRequire } from 'node:module';
import net, { type AddressInfo } from 'node:net';
import vm from 'node:vm';
import type { HeaderList } from '@/engine';
import type { Asked } from './open-for-test';

/** What Node's HTTP adds of its own, which speaks of the moment and the connection. */
const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive']);

export interface RealAnswer {
  status: number;
  statusText: string;
  headers: HeaderList;
  body: string;
}

/**
 * The same code under Node itself, over HTTP. `code` sets `module.exports`; Express reads its environment while it runs.
 *
 * @param given added to the environment, which is `development` unless it says otherwise
 */
export async function startNodeServer(code: string, given: Record<string, string> = {}) {
  const module = { exports: undefined as unknown };
  const run = vm.compileFunction(code, ['require', 'module', 'process']) as (...given: unknown[]) => void;
  const env = { ...process.env, NODE_ENV: 'development', ...given };
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = env.NODE_ENV;
  try {
    run(createRequire(import.meta.url), module, { env });
  } finally {
    process.env['NODE_ENV'] = before;
  }
  const server = http.createServer(module.exports as http.RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: ({ method = 'GET', path, headers = [], body }: Asked) => ask(port, method, path, headers, body),
    /** Bytes as they are: Node's own client puts every method in capitals. */
    askRaw: (text: string) => askRaw(port, text),
    close: () => void server.close(),
  };
}

function ask(port: number, method: string, path: string, headers: HeaderList, body = ''): Promise<RealAnswer> {
  return new Promise((resolve, reject) => {
    const given = [...headers, ['Host', 'api.example.com'], ...(body ? [['Content-Length', String(body.length)]] : [])];
    const request = http.request({ port, method, path, headers: given.flat() as never, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const raw = response.rawHeaders;
        const pairs = raw.flatMap((name, index): HeaderList => (index % 2 ? [] : [[name, raw[index + 1]!]]));
        resolve({
          status: response.statusCode ?? 0,
          statusText: response.statusMessage ?? '',
          headers: pairs.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase())),
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function askRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
