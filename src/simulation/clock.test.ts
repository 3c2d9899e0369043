import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, nextMacrotask } from './clock';

const never = () => false;

describe('the simulated clock', () => {
  it('jumps to each scheduled moment, in order of time and then of scheduling', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 20 }), async (delays) => {
        const clock = createClock(nextMacrotask);
        const ran: [number, number][] = [];
        delays.forEach((delay, index) => void clock.schedule(delay, () => ran.push([clock.now(), index])));
        await clock.run(never);
        const expected = delays
          .map((delay, index): [number, number] => [delay, index])
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(ran).toEqual(expected);
      }),
    );
  });

  it('lets everything that a task set off come to rest before the next task runs', async () => {
    const clock = createClock(nextMacrotask);
    const order: string[] = [];
    void clock.wait(10).then(async () => {
      order.push('first');
      await Promise.resolve();
      await Promise.resolve();
      order.push('first, later');
    });
    void clock.wait(10).then(() => order.push('second'));
    await clock.run(never);
    expect(order).toEqual(['first', 'first, later', 'second']);
  });

  it('stands still while real work is under way', async () => {
    const clock = createClock(nextMacrotask);
    const seen: number[] = [];
    clock.schedule(5, () => {
      void clock.real(new Promise<void>((resolve) => setTimeout(resolve, 5))).then(() => seen.push(clock.now()));
    });
    clock.schedule(6, () => seen.push(clock.now()));
    await clock.run(never);
    expect(seen).toEqual([5, 6]);
  });

  it('lets time pass inside held work that asks for it', async () => {
    const clock = createClock(nextMacrotask);
    const seen: number[] = [];
    clock.schedule(0, () => {
      void clock.real(
        (async () => {
          const resume = clock.pass();
          await clock.wait(100);
          resume();
          seen.push(clock.now());
        })(),
      );
    });
    await clock.run(never);
    expect(seen).toEqual([100]);
  });

  it('does not run what was cancelled', async () => {
    const clock = createClock(nextMacrotask);
    let ran = false;
    clock.schedule(5, () => {
      ran = true;
    })();
    await clock.run(never);
    expect({ ran, now: clock.now() }).toEqual({ ran: false, now: 0 });
  });

  it('stops at a moment of rest when it is told that the run is done', async () => {
    const clock = createClock(nextMacrotask);
    clock.schedule(5, () => clock.schedule(5, () => undefined));
    await clock.run(() => clock.now() >= 5);
    expect(clock.now()).toBe(5);
  });
});
