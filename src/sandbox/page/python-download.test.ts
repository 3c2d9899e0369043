import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadPart, type Download } from './python-download';

vi.mock('virtual:python-parts', () => ({ default: { 'flask.zip': { address: '/assets/flask-1.zip', size: 6 } } }));

const address = 'https://site.example/assets/flask-1.zip';
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

/** An answer whose body comes in these pieces; an Error among them breaks the connection. */
function answer(...pieces: (Uint8Array | Error)[]): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) return controller.close();
      if (piece instanceof Error) return controller.error(piece);
      controller.enqueue(piece);
    },
  });
  return new Response(body as BodyInit);
}

let kept: Map<string, Response>;
let fetched = 0;

function serve(make: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', () => {
    fetched += 1;
    return Promise.resolve().then(make);
  });
}

beforeEach(() => {
  kept = new Map();
  fetched = 0;
  const key = (request: string | URL): string => new URL(request, address).href;
  const cache = {
    match: (request: string) => Promise.resolve(kept.get(key(request))?.clone()),
    put: (request: string, response: Response) => Promise.resolve(void kept.set(key(request), response)),
    keys: () => Promise.resolve(Array.from(kept.keys(), (url) => ({ url }))),
    delete: (url: string) => Promise.resolve(kept.delete(url)),
  };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache) });
  vi.stubGlobal('location', { href: 'https://site.example/' });
});
afterEach(() => vi.unstubAllGlobals());

const whole = () => answer(bytes(1, 2), bytes(3, 4, 5, 6));
const load = (told: Download[] = []): Promise<ArrayBuffer> => downloadPart('flask.zip', (part) => told.push(part));

describe('a part of Python', () => {
  it('is counted while it comes', async () => {
    serve(whole);
    const told: Download[] = [];
    expect(new Uint8Array(await load(told))).toEqual(bytes(1, 2, 3, 4, 5, 6));
    expect(told).toEqual([
      { loaded: 0, total: 6 },
      { loaded: 2, total: 6 },
      { loaded: 6, total: 6 },
    ]);
  });

  it('is fetched once, and then no download any more', async () => {
    serve(whole);
    const first = await load();
    const told: Download[] = [];
    expect(await load(told)).toEqual(first);
    expect(fetched).toBe(1);
    expect(told).toEqual([]);
  });

  it('is fetched again where what was kept is not whole', async () => {
    kept.set(address, new Response(bytes(1) as BodyInit));
    serve(whole);
    expect((await load()).byteLength).toBe(6);
    expect(fetched).toBe(1);
  });

  it('of an earlier version is thrown away', async () => {
    kept.set('https://site.example/assets/flask-0.zip', new Response(''));
    serve(whole);
    await load();
    expect([...kept.keys()]).toEqual([address]);
  });

  it('comes also where nothing can be kept', async () => {
    vi.stubGlobal('caches', undefined);
    serve(whole);
    expect((await load()).byteLength).toBe(6);
  });

  it.each([
    ['there is no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the answer was 404', () => new Response('', { status: 404 })],
    ['the connection was interrupted', () => answer(bytes(1), new TypeError('network error'))],
    ['the download ended early', () => answer(bytes(1, 2))],
    ['the answer was something else', () => answer(bytes(1, 2, 3, 4, 5, 6, 7, 8))],
  ])('that does not come says that %s, keeps nothing, and comes when it is asked for again', async (why, failing) => {
    serve(failing);
    await expect(load()).rejects.toThrow(`Python could not be downloaded (${why}).`);
    expect(kept.size).toBe(0);
    serve(whole);
    expect((await load()).byteLength).toBe(6);
  });

  it('that stops coming is given up', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_address: string, { signal }: RequestInit) => {
      const silent = new ReadableStream({
        start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
      });
      return Promise.resolve(new Response(silent));
    });
    const failure = load().then(
      () => 'came',
      (error: Error) => error.message,
    );
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await failure).toBe('Python could not be downloaded (nothing came for 30 seconds).');
    vi.useRealTimers();
  });
});
