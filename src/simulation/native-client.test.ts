import { describe, expect, it } from 'vitest';
import type { HeaderList, HttpRequest, RequestRecord } from '@/engine';
import { createNativeClient } from './native-client';

const record: RequestRecord = {
  initiator: 'fetch',
  destination: '',
  method: 'GET',
  url: 'https://api.example.com/start',
  headers: [],
  body: null,
  mode: 'cors',
  credentials: 'same-origin',
  cache: 'default',
  redirect: 'follow',
  referrer: 'client',
  referrerPolicy: '',
  integrity: '',
  keepalive: false,
  useCorsPreflight: false,
};

/** Answers every request with the next of these; the last one is for all that follow. */
async function run(request: Partial<RequestRecord>, answers: { status: number; headers?: HeaderList }[]) {
  const sent: HttpRequest[] = [];
  const client = createNativeClient({
    async exchange({ request: http }) {
      const { status, headers = [] } = answers[Math.min(sent.length, answers.length - 1)]!;
      sent.push(http);
      return {
        ok: true,
        response: { status, statusText: '', headers, body: new Uint8Array() },
        exchange: sent.length - 1,
      };
    },
  });
  return { sent, outcome: await client({ ...record, ...request }, 0, { aborted: false }) };
}

const to = (url: string): HeaderList => [['Location', url]];

describe('a native app’s HTTP client', () => {
  it('sends what the code sets, also Origin and Cookie, and then what okhttp adds', async () => {
    const headers: HeaderList = [
      ['Origin', 'https://anything.example'],
      ['Cookie', 'a=1'],
    ];
    const { sent, outcome } = await run({ method: 'DELETE', headers }, [
      { status: 200, headers: [['X-Internal', '1']] },
    ]);
    expect(sent.map(({ kind, headers: names }) => [kind, names])).toEqual([
      [
        'actual',
        [
          ['Origin', 'https://anything.example'],
          ['Cookie', 'a=1'],
          ['Host', 'api.example.com'],
          ['Connection', 'Keep-Alive'],
          ['Accept-Encoding', 'gzip'],
          ['User-Agent', 'okhttp/4.12.0'],
        ],
      ],
    ]);
    expect(outcome.response?.headers).toEqual([['x-internal', '1']]);
  });

  it('makes a GET of a redirected PUT with 302, and keeps it with 307', async () => {
    const body = new TextEncoder().encode('x');
    const found = await run({ method: 'PUT', body }, [{ status: 302, headers: to('/next') }, { status: 200 }]);
    expect(found.sent.map(({ method }) => method)).toEqual(['PUT', 'GET']);
    const kept = await run({ method: 'PUT', body }, [{ status: 307, headers: to('/next') }, { status: 200 }]);
    expect(kept.sent.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  it('does not hand Authorization to another server', async () => {
    const headers: HeaderList = [['Authorization', 'Bearer x']];
    const names = ({ headers: list }: HttpRequest) => list.map(([name]) => name);
    const other = await run({ headers }, [{ status: 301, headers: to('https://other.example/') }, { status: 200 }]);
    expect(names(other.sent[1]!)).not.toContain('Authorization');
    const same = await run({ headers }, [{ status: 301, headers: to('/next') }, { status: 200 }]);
    expect(names(same.sent[1]!)).toContain('Authorization');
  });

  it('gives up after twenty redirects', async () => {
    const { sent, outcome } = await run({}, [{ status: 302, headers: to('/again') }]);
    expect(sent).toHaveLength(21);
    expect(outcome.failure?.reason).toBe('redirect-too-many');
  });

  it('asks for nothing but http: and https:', async () => {
    const { sent, outcome } = await run({ url: 'data:,x' }, [{ status: 200 }]);
    expect(sent).toEqual([]);
    expect(outcome.failure?.reason).toBe('url-scheme-not-supported');
  });

  it.each(['ftp://files.example.com/', 'http://[bad', 'data:,x'])(
    'hands out the redirect to %s as it is',
    async (url) => {
      const { sent, outcome } = await run({}, [{ status: 302, headers: to(url) }]);
      expect(sent).toHaveLength(1);
      expect(outcome.response?.status).toBe(302);
    },
  );
});
