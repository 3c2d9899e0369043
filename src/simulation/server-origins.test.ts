import { afterAll, describe, expect, it } from 'vitest';
import { createInProcessWire } from '@/network';
import loadFrontend from '@/sandbox/frontend/realm-entry?runtime';
import { createNodeRealmHost } from '@/sandbox/node';
import { simulate } from '.';

const noServerCode = (): Promise<string> => Promise.reject(new Error('Header rules only.'));
const realms = createNodeRealmHost({ frontend: loadFrontend, express: noServerCode });
afterAll(() => realms.close());

describe('a server', () => {
  it.each([
    ['https://api.example.com:443', 'https://api.example.com/'],
    ['https://API.Example.com', 'https://api.example.com/'],
    ['http://[::1]:80', 'http://[::1]/'],
    ['https://api.example.com', 'https://api.example.com:443/'],
  ])('at %s answers what asks for %s', async (origin, url) => {
    const scenario = {
      version: 1 as const,
      page: 'http://localhost/',
      frontend: `await fetch('${url}', { mode: 'no-cors' });`,
      servers: [{ origin, kind: 'headers' as const, routes: [{ method: '*', path: '*', status: 200, headers: [] }] }],
    };
    const { exchanges, serverLog } = await simulate(scenario, { realms, wire: createInProcessWire() });
    expect(exchanges).toMatchObject([{ status: 200 }]);
    expect(serverLog.map((entry) => entry.origin)).toEqual([new URL(url).origin]);
  });
});
