import { describe, expect, it } from 'vitest';
import type { HeaderList, HttpRequest, HttpResponse } from '@/engine';
import { createClock, nextMacrotask } from '../clock';
import type { Internet } from '../internet';
import { Recorder } from '../recorder';
import recorded from './recorded.json';
import { runCurl } from './run-curl';

const answer = (status: number, statusText: string, headers: HeaderList, body = ''): HttpResponse => ({
  status,
  statusText,
  headers,
  body: new TextEncoder().encode(body),
});
const location = (url: string, length: number): HeaderList => [
  ['Location', url],
  ['Content-Length', String(length)],
];

/** The server that curl 7.88.1 was recorded against. null: it closes the connection. */
function serve({ method, url }: HttpRequest): HttpResponse | null {
  const response = respond(new URL(url).pathname);
  return response && method === 'HEAD' ? { ...response, body: new Uint8Array() } : response;
}

function respond(path: string): HttpResponse | null {
  switch (path) {
    case '/redir': {
      const [to, length] = location('/users', 6);
      return answer(302, 'Found', [to!, ['Set-Cookie', 'a=1; Path=/'], length!], 'moved\n');
    }
    case '/moved':
      return answer(301, 'Moved Permanently', location('/users', 6), 'moved\n');
    case '/redir307':
      return answer(307, 'Temporary Redirect', location('/users', 0));
    case '/other':
      return answer(302, 'Found', location('http://127.0.0.1:5597/users', 0));
    case '/empty':
      return answer(204, 'No Content', []);
    case '/missing':
      return answer(404, 'Not Found', [['Content-Length', '5']], 'none\n');
    case '/close':
      return null;
    default: {
      const headers: HeaderList = [
        ['Content-Type', 'application/json'],
        ['Content-Length', '11'],
        ['Access-Control-Allow-Origin', '*'],
      ];
      return answer(200, 'OK', headers, '{"ok":true}');
    }
  }
}

const internet: Internet = {
  async exchange({ request }) {
    const { hostname, port } = new URL(request.url);
    if (hostname === 'nohost.invalid') return { ok: false, failure: 'name-not-resolved' };
    if (port === '5598') return { ok: false, failure: 'refused' };
    const response = serve(request);
    return response ? { ok: true, response, exchange: 0 } : { ok: false, failure: 'closed', exchange: 0 };
  },
};

async function run(command: string) {
  const clock = createClock(nextMacrotask);
  const recorder = new Recorder(clock.now, false);
  await runCurl(command, { internet, clock, recorder });
  return recorder;
}

describe('what curl writes to a terminal', () => {
  it.each(recorded.map(({ command, prints }) => [command, prints] as const))('%s', async (command, prints) => {
    const { console: printed, error } = await run(command);
    expect(error).toBeUndefined();
    expect(printed.map(({ text }) => text)).toEqual(prints);
  });
});

describe('a command that curl or the shell refuses', () => {
  it.each([
    ["curl 'http://a/", { message: 'the shell finds an unterminated single quote', line: 1, column: 6 }],
    ['curl http://a/?x=1&y=2', { message: expect.stringContaining('quote the URL'), line: 1, column: 19 }],
    ['curl \\\n  --frob http://a/', { message: 'option --frob: is unknown', line: 2, column: 3 }],
    ['curl http://a/ -sZ', { message: 'option -sZ: is unknown', line: 1, column: 16 }],
    ['curl http://a/ -H', { message: 'option -H: requires parameter', line: 1, column: 16 }],
    ['curl -v', { message: 'no URL specified', line: 1, column: 1 }],
    ['wget http://a/', { message: expect.stringContaining('starts with curl'), line: 1, column: 1 }],
    ['curl http://a/ | jq .', { message: expect.stringContaining('one curl command'), line: 1, column: 1 }],
    ['curl http://a/ > file', { message: expect.stringContaining('no files'), line: 1, column: 16 }],
    ['curl "http://a/$PAGE"', { message: expect.stringContaining('$PAGE'), line: 1, column: 16 }],
    ['curl -d @body http://a/', { message: 'there is no file body here to send', line: 1, column: 9 }],
    ['', { message: 'expected a curl command', line: 1, column: 1 }],
  ])('%s', async (command, problem) => {
    const { error, requests } = await run(command);
    expect(error).toEqual({ name: 'curl', ...problem });
    expect(requests).toEqual([]);
  });
});
