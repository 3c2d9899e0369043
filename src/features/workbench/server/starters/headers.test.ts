import { describe, expect, it } from 'vitest';
import { exchange } from '@/scenario/testing/exchange';
import { headersStarter } from './headers';

const origin = 'https://api.example.com';
const page = 'https://app.example.com';

describe('header rules made from a run', () => {
  it('answer the preflight and the request as the server did, without what HTTP servers add by themselves', () => {
    const { routes } = headersStarter(origin, page, [
      exchange({
        kind: 'preflight',
        status: 204,
        responseHeaders: [
          ['Access-Control-Allow-Origin', '*'],
          ['Date', 'x'],
        ],
      }),
      exchange({
        status: 201,
        responseHeaders: [
          ['X-Powered-By', 'Express'],
          ['Vary', 'Origin'],
        ],
        body: 'made',
      }),
    ]);
    expect(routes).toEqual([
      { method: 'OPTIONS', path: '*', status: 204, headers: [['Access-Control-Allow-Origin', '*']] },
      { method: '*', path: '*', status: 201, headers: [['Vary', 'Origin']], body: 'made' },
    ]);
  });

  it('give the request that was never sent the origin that the preflight was answered with', () => {
    const { routes } = headersStarter(origin, page, [
      exchange({ kind: 'preflight', responseHeaders: [['access-control-allow-origin', 'https://other.example']] }),
    ]);
    expect(routes[1]?.headers).toContainEqual(['access-control-allow-origin', 'https://other.example']);
  });

  it('allow the page where nothing has run, and take no notice of other servers', () => {
    const { routes } = headersStarter(origin, page, [exchange({ url: 'https://other.example/', status: 500 })]);
    expect(routes.map((route) => route.headers[0])).toEqual([
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Origin', page],
    ]);
  });

  it('never hold a status that a route cannot have', () => {
    const { routes } = headersStarter(origin, page, [exchange({ status: 0 })]);
    expect(routes[1]?.status).toBe(200);
  });
});
