import { describe, expect, it } from 'vitest';
import type { HeaderList, HttpRequest, HttpResponse } from '@/engine';
import { withCorsExtension } from './cors-extension';
import { Recorder } from './recorder';

async function ask(request: Partial<HttpRequest>, answer: Partial<HttpResponse>) {
  const recorder = new Recorder(() => 0, true);
  const response: HttpResponse = { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(), ...answer };
  const asked: HttpRequest = {
    kind: 'actual',
    method: 'GET',
    url: 'https://api.example/',
    headers: [],
    body: null,
    ...request,
  };
  const network = withCorsExtension(
    {
      async exchange() {
        const { id } = recorder.addExchange({
          ...asked,
          from: 'browser',
          requestHeaders: asked.headers,
          requestBody: '',
          ...response,
          responseHeaders: response.headers,
          body: '',
          times: { sent: 0, arrived: 0, answered: 0, received: 0 },
        });
        return { ok: true, response, exchange: id };
      },
    },
    recorder,
  );
  const given = await network.exchange(asked, 0);
  if (!given.ok) throw new Error('no answer');
  return { response: given.response, exchange: recorder.exchanges[0]!, events: recorder.events };
}

const origin: HeaderList[0] = ['Origin', 'https://evil.example'];

describe('a "disable CORS" extension', () => {
  it('allows the asking origin with credentials, and exposes every header, whatever the server said', async () => {
    const headers: HeaderList = [
      ['Access-Control-Allow-Origin', 'https://app.example'],
      ['X-Secret', '1'],
    ];
    const { response, exchange, events } = await ask({ headers: [origin] }, { headers });
    expect(response.headers).toEqual([
      ['X-Secret', '1'],
      ['Access-Control-Allow-Origin', 'https://evil.example'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Expose-Headers', 'x-secret'],
    ]);
    expect(exchange.responseHeaders).toEqual(response.headers);
    expect(exchange.rewritten).toEqual({ by: 'extension', status: 200, statusText: 'OK', responseHeaders: headers });
    expect(events.map(({ step }) => step)).toEqual(['extension-rewrote']);
  });

  it('grants a preflight what it asks for, and makes a refusal a 200', async () => {
    const { response } = await ask(
      {
        kind: 'preflight',
        method: 'OPTIONS',
        headers: [origin, ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'x-a']],
      },
      { status: 401, statusText: 'Unauthorized' },
    );
    expect(response).toMatchObject({ status: 200, statusText: 'OK' });
    expect(response.headers).toEqual([
      ['Access-Control-Allow-Origin', 'https://evil.example'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'x-a'],
    ]);
  });

  it('leaves the status of an answer to the request itself', async () => {
    const { response } = await ask({ headers: [origin] }, { status: 500, statusText: 'Internal Server Error' });
    expect(response.status).toBe(500);
  });
});
