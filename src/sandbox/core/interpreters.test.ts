import { describe, expect, it, vi } from 'vitest';
import type { PythonProgram } from '@/realm';
import { type InterpreterListener, Interpreters } from './interpreters';

const program = (framework: 'flask' | 'django' = 'flask'): PythonProgram => ({
  kind: 'python',
  framework,
  code: '',
  origin: 'https://api.example.com',
  env: {},
});
const start = { now: 0, deliver: [{ type: 'start' as const }] };

/** Workers that do as they are told, unless `answer` says something else to an order. */
function scripted(answer: (order: string, listener: InterpreterListener) => boolean = () => false) {
  const workers: { installed: string[]; ended: boolean; orders: string[] }[] = [];
  const interpreters = new Interpreters((listener) => {
    const worker = { installed: [] as string[], ended: false, orders: [] as string[] };
    workers.push(worker);
    return Promise.resolve({
      install(framework) {
        worker.installed.push(framework);
        if (!answer(`install ${framework}`, listener)) listener.message(`0 installed ${framework}`);
        return Promise.resolve();
      },
      post(text) {
        worker.orders.push(text);
        const [realm, word] = text.split(' ');
        if (answer(text, listener)) return;
        if (word === 'open') listener.message(`${realm} message {"type":"ready"}`);
        if (word === 'message') listener.message(`${realm} message {"type":"turn","effects":[]}`);
        if (word === 'close') listener.message(`${realm} closed `);
      },
      end() {
        worker.ended = true;
      },
    });
  });
  return { interpreters, workers };
}

describe('interpreters', () => {
  it('serve one server after another, and take up a second framework', async () => {
    const { interpreters, workers } = scripted();
    for (const framework of ['flask', 'flask', 'django', 'flask'] as const) {
      const realm = await interpreters.open(program(framework));
      expect(await realm.turn(start)).toEqual({ ok: true, effects: [] });
      realm.close();
    }
    expect(workers.map(({ installed }) => installed)).toEqual([['flask', 'django']]);
  });

  it('are two where two servers are open at once', async () => {
    const { interpreters, workers } = scripted();
    const [one, other] = [await interpreters.open(program()), await interpreters.open(program())];
    expect(workers).toHaveLength(2);
    one.close();
    other.close();
  });

  it('wait for one that tidies up, and start none beside it', async () => {
    const { interpreters, workers } = scripted((order, listener) => {
      if (!order.endsWith(' close ')) return false;
      setTimeout(() => listener.message(`${order.split(' ')[0]} closed `), 600);
      return true;
    });
    (await interpreters.open(program())).close();
    await interpreters.open(program());
    expect(workers).toHaveLength(1);
  });

  it('wait for one that serves another server as long as a start takes', async () => {
    const { interpreters, workers } = scripted((order, listener) => {
      if (!order.startsWith('install')) return false;
      setTimeout(() => listener.message(`0 installed ${order.split(' ')[1]}`), 400);
      return true;
    });
    const first = await interpreters.open(program());
    setTimeout(() => first.close(), 100);
    (await interpreters.open(program())).close();
    expect(workers).toHaveLength(1);
  });

  it.each([
    ['lies', '1 message {"type":"turn","effects":[{"type":"fetch"}]}', /sent what it must not send/],
    ['speaks another language', 'nonsense', /sent what it must not send/],
    ['fails', '0 failed Error: boom', /^Python failed\. Error: boom$/],
  ])('that one %s ends it, and the next server gets another', async (_what, said, message) => {
    let isFirst = true;
    const { interpreters, workers } = scripted((order, listener) => {
      if (!isFirst || !order.includes(' message ')) return false;
      isFirst = false;
      listener.message(said);
      return true;
    });
    const realm = await interpreters.open(program());
    expect(await realm.turn(start)).toMatchObject({ ok: false, failure: { message: expect.stringMatching(message) } });
    const next = await interpreters.open(program());
    expect(await next.turn(start)).toEqual({ ok: true, effects: [] });
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('that cannot be had say why, and are tried again', async () => {
    let broken = true;
    const { interpreters } = scripted((order, listener) => {
      if (!broken || !order.startsWith('install')) return false;
      broken = false;
      listener.message('0 failed Error: no memory');
      return true;
    });
    await expect(interpreters.open(program())).rejects.toThrow('Python failed. Error: no memory');
    expect(await (await interpreters.open(program())).turn(start)).toEqual({ ok: true, effects: [] });
  });

  it('have all the time their download takes, and then a deadline to start', async () => {
    vi.useFakeTimers();
    let handOver = (): void => undefined;
    const worker = {
      install: () => new Promise<void>((resolve) => (handOver = resolve)),
      post: () => undefined,
      end: vi.fn<() => void>(),
    };
    const interpreters = new Interpreters(() => Promise.resolve(worker), { turn: 1, starting: 50, tidying: 1 });
    const failure = interpreters.open(program()).then(
      () => 'opened',
      (error: Error) => error.message,
    );
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(worker.end).not.toHaveBeenCalled();
    handOver();
    await vi.advanceTimersByTimeAsync(50);
    expect(await failure).toBe('Python did not start in time.');
    await vi.advanceTimersByTimeAsync(0);
    expect(worker.end).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
