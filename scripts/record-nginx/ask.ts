import { request } from 'node:http';
import type { HeaderList } from '@/engine';
import { comparable, type RecordedAnswer } from '@/servers/nginx/testing/recording';
import { ORIGIN, type Asked } from '@/servers/nginx/testing/cases';
import { sentHeaders } from '@/servers/nginx/testing/sent-headers';

/** Asks the nginx that listens on this machine, byte for byte what the simulated one is asked. */
export function ask(asked: Asked): Promise<RecordedAnswer> {
  const { port } = new URL(ORIGIN);
  return new Promise((resolve) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method: asked.method,
        path: asked.path,
        setHost: false,
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const raw = incoming.rawHeaders;
          const headers: HeaderList = [];
          for (let at = 0; at < raw.length; at += 2) headers.push([raw[at]!, raw[at + 1]!]);
          resolve(comparable(incoming.statusCode!, incoming.statusMessage!, headers, Buffer.concat(chunks).toString()));
        });
      },
    );
    // Node makes capital letters of it.
    outgoing.method = asked.method;
    outgoing.on('error', () => resolve(null));
    for (const [name, value] of sentHeaders(asked)) outgoing.appendHeader(name, value);
    outgoing.end(asked.body);
  });
}
