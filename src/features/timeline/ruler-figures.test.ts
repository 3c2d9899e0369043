import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { allFixtures, blockedHeader, concurrent, longWait, simpleSuccess } from '@/explain/fixtures';
import type { Instant } from './geometry';
import { layOut } from './layout';
import { plainPlan } from './plan';
import { besidePlayhead, type Figure, figuresOf } from './ruler-figures';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);
const runs = [...allFixtures(), concurrent(30), longWait()].map(explain);

function expectApart(figures: readonly Figure[]): void {
  const sorted = [...figures].sort((a, b) => a.from - b.from);
  for (const [index, { to }] of sorted.entries()) expect(sorted[index + 1]?.from ?? Infinity).toBeGreaterThan(to);
}

describe('figures on the ruler', () => {
  it('never stand on one another, nor under the playhead, at whatever zoom', () => {
    const zoom = fc.double({ min: 0.002, max: 4, noNaN: true });
    const view = fc.integer({ min: 320, max: 2560 });
    fc.assert(
      fc.property(fc.constantFrom(...runs), view, zoom, fc.nat(400), (run, width, zoom, at) => {
        const geometry = layOut(run, width, { ...plainPlan(run), zoom });
        const figures = figuresOf(geometry);
        expect(figures.length).toBeGreaterThan(0);
        expectApart(figures);
        expect(new Set(figures.map(({ at, words }) => `${at} ${words}`)).size).toBe(figures.length);
        const playhead = geometry.stops[at % geometry.stops.length]!;
        const shown = besidePlayhead(figures, playhead, geometry.width);
        expectApart(shown);
        for (const { from, to } of shown) expect(from > playhead || to < playhead).toBe(true);
        for (const { to } of shown.filter((figure) => !figures.includes(figure)))
          expect(to).toBeLessThanOrEqual(geometry.width);
      }),
    );
  });

  it('make room for the playhead where there is some', () => {
    const run = explain(simpleSuccess());
    const geometry = layOut(run, 1440, plainPlan(run));
    const figures = figuresOf(geometry);
    const held = figures.find(({ isHeld }) => isHeld)!;
    const shown = besidePlayhead(figures, held.from + 4, 1440).find(({ words }) => words === held.words)!;
    expect(shown.from).toBeGreaterThan(held.from + 4);
  });

  const waited = explain(longWait());
  const drawn = layOut(waited, 1440, plainPlan(waited));
  /** Had the run been under way for so long. */
  const figuresAfter = (ms: number) => {
    const move = (instant: Instant) => ({ ...instant, at: instant.at + ms });
    const flows = drawn.flows.map((flow) => ({ ...flow, from: move(flow.from), to: move(flow.to) }));
    return figuresOf({ ...drawn, instants: drawn.instants.map(move), flows });
  };

  it('say how long was waited where the moment after it does not', () => {
    const minutes = (ms: number) => figuresAfter(ms).flatMap(({ words }) => (words.endsWith('0 min') ? words : []));
    expect(minutes(0)).toEqual(['10 min']);
    expect(minutes(600_000)).toEqual(['10 min', '20 min', '10 min']);
  });

  it('say how long was waited as long as the playhead does not stand there', () => {
    const figures = figuresAfter(300_000);
    const wait = figures.find(({ words }) => words === '10 min')!;
    expect(besidePlayhead(figures, wait.from - 40, 1440)).toContain(wait);
    expect(besidePlayhead(figures, wait.to, 1440)).not.toContain(wait);
  });
});
