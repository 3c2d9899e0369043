import { createServer, type Server } from 'node:http';
import type { HeaderList } from '@/engine';
import { UPSTREAM, upstreamAnswer } from '@/servers/nginx/testing/upstream';

/** The server behind nginx. */
export function startUpstream(): Promise<Server> {
  const server = createServer((request, response) => {
    const headers: HeaderList = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2)
      headers.push([request.rawHeaders[at]!, request.rawHeaders[at + 1]!]);
    const answer = upstreamAnswer({ url: request.url!, method: request.method!, headers });
    response.sendDate = false;
    response.writeHead(answer.status, answer.headers.flat());
    response.end(answer.body);
  });
  return new Promise((resolve) => server.listen(Number(UPSTREAM.split(':')[1]), '127.0.0.1', () => resolve(server)));
}
