import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '@/engine';
import type { Answerer, ServerReply } from './contract';
import type { AnswerEnvelope } from './runs';
import { createServiceWorkerWire } from './service-worker';
import type { WireFrame } from './wire-frame';

const request: HttpRequest = {
  kind: 'actual',
  method: 'PUT',
  url: 'https://api.example.com/',
  headers: [],
  body: null,
};
const reply: ServerReply = {
  ok: true,
  response: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array([1]) },
};

type Carry = (answer: () => Promise<string | null>, attempt: number) => Promise<string | null>;

/** A wire whose service worker behaves as `carry` says, and how often the server was asked. */
async function openWith(carry: Carry, answer = () => Promise.resolve(reply)) {
  let answerEnvelope: AnswerEnvelope = () => Promise.resolve(null);
  let attempts = 0;
  const reactivate = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const frame: WireFrame = {
    start(given) {
      answerEnvelope = given;
      return Promise.resolve();
    },
    carry: ({ url, init }) => {
      const run = url.split('/__net__/')[1]!.split('/')[0]!;
      return carry(() => answerEnvelope(run, init.body ?? ''), (attempts += 1));
    },
    reactivate,
  };
  const wire = await createServiceWorkerWire(frame, 'http://host.test/some/path/');
  const asked = vi.fn<Answerer>(answer);
  return { wire, run: wire.open(asked), asked, reactivate, attempts: () => attempts };
}

const never = new Promise<never>(() => undefined);

describe('the wire over a service worker', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('carries an exchange once where all is well', async () => {
    const { wire, run, asked, attempts } = await openWith((answer) => answer());
    expect(wire.kind).toBe('service-worker');
    expect(await run.send(request, 0)).toEqual(reply);
    expect([asked.mock.calls, attempts()]).toEqual([[[request, 0]], 1]);
  });

  it('wakes a service worker that the browser has restarted, and sends again', async () => {
    const { wire, run, asked, reactivate } = await openWith((answer, attempt) =>
      attempt === 1 ? Promise.resolve(null) : answer(),
    );
    expect(await run.send(request, 0)).toEqual(reply);
    expect(reactivate).toHaveBeenCalledOnce();
    expect(asked).toHaveBeenCalledOnce();
    expect(wire.kind).toBe('service-worker');
  });

  it.each<[string, Carry]>([
    ['fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['answers with something else', () => Promise.resolve(null)],
    ['hangs before the request arrives', () => never],
    ['hangs after the server has answered', async (answer) => (await answer(), never)],
  ])('answers in process where the service worker %s, and the server is asked once', async (_how, carry) => {
    const { run, asked } = await openWith(carry);
    const sent = run.send(request, 0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await sent).toEqual(reply);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('gives a service worker up that fails again and again', async () => {
    const { wire, run, attempts } = await openWith(() => Promise.resolve(null));
    await run.send(request, 0);
    expect(wire.kind).toBe('service-worker');
    await run.send(request, 1);
    expect(wire.kind).toBe('in-process');
    const before = attempts();
    expect(await run.send(request, 2)).toEqual(reply);
    expect(attempts()).toBe(before);
  });

  it('does not hurry a server that takes long', async () => {
    const slow = () => new Promise<ServerReply>((resolve) => void setTimeout(resolve, 60_000, reply));
    const { run, attempts } = await openWith((answer) => answer(), slow);
    const sent = run.send(request, 0);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await sent).toEqual(reply);
    expect(attempts()).toBe(1);
  });
});
