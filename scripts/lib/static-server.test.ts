import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, staticServer } from './static-server.mjs';

describe('the static server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'static-'));
  const site = path.join(folder, 'dist');
  let server: Server;
  let port = 0;

  beforeAll(async () => {
    mkdirSync(path.join(site, 'a b'), { recursive: true });
    writeFileSync(path.join(site, 'index.html'), '<p>start</p>');
    writeFileSync(path.join(site, 'a b', 'code.js'), '1');
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    server = staticServer(site, '/some/path/');
    port = await listen(server, 4440, 4490);
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Sends the path as it is: `fetch` would tidy it up first. */
  function ask(target: string, method = 'GET'): Promise<{ status?: number; type?: string; body: string }> {
    return new Promise((resolve, reject) => {
      request({ port, path: target, method, host: 'localhost' }, (answer) => {
        let body = '';
        answer.on('data', (chunk) => (body += String(chunk)));
        answer.on('end', () => resolve({ status: answer.statusCode, type: answer.headers['content-type'], body }));
      })
        .on('error', reject)
        .end();
    });
  }

  it('serves the start page at the path it is told', async () => {
    expect(await ask('/some/path/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '<p>start</p>' });
    expect(await ask('/some/path')).toMatchObject({ status: 301 });
  });

  it('serves scripts as scripts, whatever is in their name', async () => {
    expect(await ask('/some/path/a%20b/code.js?x')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      body: '1',
    });
  });

  it.each([
    ['what is elsewhere', '/'],
    ['what is not there', '/some/path/missing.js'],
    ['a folder without a start page', '/some/path/a%20b/'],
    ['what is above the folder', '/some/path/../../../secret.txt'],
    ['what is above the folder, in disguise', '/some/path/..%2fsecret.txt'],
    ['a path that is no text', '/some/path/%ff'],
    ['a path with a NUL', '/some/path/index.html%00.js'],
  ])('has nothing for %s', async (_name, target) => {
    expect(await ask(target)).toMatchObject({ status: 404, body: 'Not found\n' });
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await ask('/some/path/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/some/path/', 'POST')).toMatchObject({ status: 405 });
  });
});
