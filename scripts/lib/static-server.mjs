import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * A plain static file server, as any host of the site is: no rewriting, no headers of its own but the content type.
 *
 * @param {string} root folder to serve
 * @param {string} base path under which the folder appears, with a slash at both ends
 */
export function staticServer(root, base = '/') {
  return createServer((request, response) => {
    answer(root, base, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
}

async function answer(root, base, request, response) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  if (`${url.pathname}/` === base) return void response.writeHead(301, { Location: base + url.search }).end();
  const found = url.pathname.startsWith(base) ? await fileFor(root, url.pathname.slice(base.length)) : undefined;
  if (!found) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  response.writeHead(200, {
    'Content-Type': types[path.extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function fileFor(root, encoded) {
  let relative;
  try {
    relative = decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
  const file = path.join(root, relative.endsWith('/') || relative === '' ? `${relative}index.html` : relative);
  if (file.includes('\0') || !file.startsWith(root + path.sep)) return undefined;
  const facts = await stat(file).catch(() => undefined);
  return facts?.isFile() ? { file, size: facts.size } : undefined;
}

/** Listens on the first free port from `first` to `last`. Gives the port. */
export function listen(server, first, last, host = 'localhost') {
  return new Promise((resolve, reject) => {
    const attempt = (port) => {
      server.once('error', (error) => {
        if (error.code === 'EADDRINUSE' && port < last) attempt(port + 1);
        else reject(error);
      });
      server.listen(port, host, () => resolve(port));
    };
    attempt(first);
  });
}
