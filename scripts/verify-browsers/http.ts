import type { Duplex } from 'node:stream';
import type { HeaderPair } from '@/truth/recording';
import { reasonPhrase } from '@/servers/reason-phrases';
import { ByteReader } from './byte-reader';

export interface ReceivedRequest {
  method: string;
  /** As on the request line: a path, an absolute URL to a proxy, or host:port for CONNECT. */
  target: string;
  headers: HeaderPair[];
  body: string;
}

export interface ServedResponse {
  status: number;
  headers: readonly HeaderPair[];
  body?: string;
}

/** One request after the other. HTTP/1.1 of our own, so that headers come and go byte for byte. */
export async function readRequest(reader: ByteReader): Promise<ReceivedRequest | null> {
  const head = await reader.until('\r\n\r\n');
  if (!head) return null;
  const [first = '', ...lines] = head.toString('latin1').split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = lines.map((line): HeaderPair => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const field = (name: string) => headers.find(([each]) => each.toLowerCase() === name)?.[1];
  const chunked = /chunked/i.test(field('transfer-encoding') ?? '');
  const body = chunked ? await readChunks(reader) : await reader.bytes(Number(field('content-length') ?? 0));
  return body ? { method, target, headers, body: body.toString('utf8') } : null;
}

async function readChunks(reader: ByteReader): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for (;;) {
    const size = parseInt((await reader.until('\r\n'))?.toString('latin1') ?? '', 16);
    if (Number.isNaN(size)) return null;
    const chunk = await reader.bytes(size);
    if (!chunk || !(await reader.until('\r\n'))) return null;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(chunk);
  }
}

/** Headers as written, repeats included; only a Content-Length is added where the answer has none. */
export function writeResponse(socket: Duplex, method: string, { status, headers, body = '' }: ServedResponse): void {
  const bytes = Buffer.from(body, 'utf8');
  const bodiless = status === 204 || status === 304;
  const framed = headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  const lines = [
    `HTTP/1.1 ${status} ${reasonPhrase(status)}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(bodiless || framed ? [] : [`Content-Length: ${bytes.length}`]),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  socket.write(method === 'HEAD' || bodiless ? head : Buffer.concat([head, bytes]));
}
