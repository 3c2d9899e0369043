import { describe, expect, it } from 'vitest';
import type { HeaderList } from '@/engine';
import { withSharedCache } from './shared-cache';

/** A server that echoes the Origin and counts; `extra` headers on every answer. */
function openCached(extra: HeaderList, status = 200) {
  let now = 0;
  let asked = 0;
  const cache = withSharedCache(
    {
      async handle(request) {
        asked += 1;
        const origin = request.headers.find(([name]) => name === 'Origin')?.[1] ?? '';
        const headers: HeaderList = [['Access-Control-Allow-Origin', origin], ...extra];
        return {
          ok: true,
          response: { status, statusText: '', headers, body: new TextEncoder().encode(String(asked)) },
        };
      },
      close: () => undefined,
    },
    { now: () => now, log: () => undefined },
  );
  const get = async (origin: string, { method = 'GET', headers = [] as HeaderList } = {}) => {
    const reply = await cache.handle(
      { kind: 'actual', method, url: 'https://cdn.example/a', headers: [['Origin', origin], ...headers], body: null },
      0,
    );
    if (!reply.ok) throw new Error('closed');
    const value = (wanted: string) => reply.response.headers.find(([name]) => name === wanted)?.[1];
    return { allows: value('Access-Control-Allow-Origin'), age: value('Age') };
  };
  return { get, asked: () => asked, later: (seconds: number) => void (now += seconds * 1000) };
}

const [one, other] = ['https://one.example', 'https://other.example'];
const cacheable = (value: string): HeaderList => [['Cache-Control', value]];

describe('a shared cache', () => {
  it('gives one origin the permission of another where Vary does not name Origin', async () => {
    const { get, later } = openCached(cacheable('max-age=60'));
    expect(await get(one)).toEqual({ allows: one, age: undefined });
    later(7);
    expect(await get(other)).toEqual({ allows: one, age: '7' });
  });

  it('keeps an answer for each origin where Vary names it', async () => {
    const { get, asked } = openCached([...cacheable('public, max-age=60'), ['Vary', 'Accept-Encoding, Origin']]);
    await get(one);
    expect(await get(other)).toEqual({ allows: other, age: undefined });
    expect((await get(one)).age).toBe('0');
    expect(asked()).toBe(2);
  });

  it('asks again when the answer is no longer fresh; s-maxage comes before max-age', async () => {
    const { get, later, asked } = openCached(cacheable('max-age=1, s-maxage=60'));
    await get(one);
    later(59);
    await get(one);
    expect(asked()).toBe(1);
    later(1);
    await get(one);
    expect(asked()).toBe(2);
  });

  it.each<[string, HeaderList]>([
    ['no-store', cacheable('no-store, max-age=60')],
    ['private', cacheable('private, max-age=60')],
    ['no-cache', cacheable('no-cache, max-age=60')],
    ['a cookie', [...cacheable('max-age=60'), ['Set-Cookie', 'a=1']]],
    ['Vary: *', [...cacheable('max-age=60'), ['Vary', '*']]],
    ['no lifetime', []],
    ['a lifetime of 0', cacheable('max-age=0')],
  ])('stores nothing with %s', async (_what, headers) => {
    const { get, asked } = openCached(headers);
    await get(one);
    await get(one);
    expect(asked()).toBe(2);
  });

  it('stores what was asked for with Authorization only where the answer is meant for all', async () => {
    const authorization = { headers: [['Authorization', 'Bearer x']] satisfies HeaderList };
    const guarded = openCached(cacheable('max-age=60'));
    await guarded.get(one, authorization);
    await guarded.get(one, authorization);
    expect(guarded.asked()).toBe(2);
    const open = openCached(cacheable('public, max-age=60'));
    await open.get(one, authorization);
    await open.get(one);
    expect(open.asked()).toBe(1);
  });

  it('never keeps preflights, and forgets an address that was written to', async () => {
    const { get, asked } = openCached(cacheable('max-age=60'));
    await get(one, { method: 'OPTIONS' });
    await get(one, { method: 'OPTIONS' });
    await get(one);
    await get(one, { method: 'PUT' });
    await get(one);
    expect(asked()).toBe(5);
  });
});
