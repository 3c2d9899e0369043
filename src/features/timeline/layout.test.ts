import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun, type Run } from '@/explain';
import { allFixtures, blockedHeader, concurrent, connectionFailed, longWait } from '@/explain/fixtures';
import { type ChannelGeometry, xAt } from './geometry';
import { layOut, paperWidth } from './layout';
import { planRequests } from './many';
import { fanned, plainPlan } from './plan';
import { roadOf, travellerAt } from './moving/travel';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);

const wishes = { folding: true, unfolded: new Set<number>(), folded: new Set<number>(), focus: null };
const plans = (run: Run, at: number) => [
  plainPlan(run),
  fanned(plainPlan(run), run, at % run.stops.length),
  { ...planRequests(run, wishes), zoom: 0.1 + (at % 5) / 2 },
];
/** Where a gate's number begins above its name and its roof, in a high channel. */
const numbersTop = ({ top, bottom }: ChannelGeometry) => top - (bottom - top) - 30;
const fans = (run: Run, here: number) =>
  layOut(run, 390, fanned(plainPlan(run), run, here))
    .marks.filter((mark) => mark.kind === 'fan')
    .map((mark) => mark.stops);

describe('the picture', () => {
  it('lets time flow to the right, at every width and wherever the playhead is', () => {
    const runs = [...allFixtures(), concurrent(30)].map(explain);
    fc.assert(
      fc.property(fc.constantFrom(...runs), fc.integer({ min: 320, max: 2560 }), fc.nat(400), (run, width, at) => {
        const plan = plans(run, at)[at % 3]!;
        const { stops, legs, left } = layOut(run, width, plan);
        expect(stops).toEqual([...stops].sort((a, b) => a - b));
        expect(stops.every((x) => x >= left)).toBe(true);
        for (const { x } of legs) expect(x).toEqual([...x].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('shows the blocked preflight of a desktop without scrolling, callout included', () => {
    const run = explain(blockedHeader());
    expect(paperWidth(layOut(run, 1440, plainPlan(run)), run)).toBe(1440);
  });

  it('folds equal stops on a phone, never the one under the playhead', () => {
    const run = explain(blockedHeader());
    expect(fans(run, 9)).toEqual([
      [1, 2, 3],
      [6, 7, 8],
    ]);
    expect(fans(run, 7)).toEqual([
      [1, 2, 3],
      [8, 9],
    ]);
  });

  it.each([390, 1024, 1440])('keeps a high channel’s numbers out of the low one above, %i pixels wide', (width) => {
    const run = explain(concurrent(12));
    const focus = run.tracks[6]!.request;
    const { channels } = layOut(run, width, planRequests(run, { ...wishes, folding: false, focus }));
    const row = channels.findIndex(({ full }) => full);
    expect(row).toBeGreaterThan(0);
    const numbers = numbersTop(channels[row]!);
    expect(numbers).toBeGreaterThan(channels[row - 1]!.bottom);
  });

  it('draws ten minutes with a break', () => {
    const { flows } = layOut(explain(longWait()), 1440, plainPlan(explain(longWait())));
    expect(flows.filter((flow) => flow.broken).map((flow) => Math.round((flow.to.at - flow.from.at) / 60000))).toEqual([
      10,
    ]);
  });
});

describe('the traveller', () => {
  it('stops left of the closed gate and stays there', () => {
    const run = explain(blockedHeader());
    const geometry = layOut(run, 1440, plainPlan(run));
    const road = roadOf(run.tracks[0]!, run, geometry);
    const gate = geometry.stops[run.tracks[0]!.closedAt!]!;
    expect(travellerAt(road, xAt(geometry, run.stops.length - 1))?.x).toBeLessThan(gate);
  });

  it('is at the server when its message arrives, carrying the preflight', () => {
    const run = explain(blockedHeader());
    const geometry = layOut(run, 1440, plainPlan(run));
    const arrive = run.stops.find((stop) => stop.kind === 'arrive')!;
    const traveller = travellerAt(roadOf(run.tracks[0]!, run, geometry), geometry.stops[arrive.index]!);
    expect(traveller).toMatchObject({ load: 'preflight', y: geometry.servers[0]?.y });
  });

  it('is gone where its message got lost', () => {
    const run = explain(connectionFailed());
    const geometry = layOut(run, 1440, plainPlan(run));
    expect(travellerAt(roadOf(run.tracks[0]!, run, geometry), geometry.end)).toBeNull();
  });

  it('waits for its turn: there is none before the call', () => {
    const run = explain(concurrent(2));
    const geometry = layOut(run, 1440, plainPlan(run));
    expect(travellerAt(roadOf(run.tracks[1]!, run, geometry), geometry.stops[0]!)).toBeNull();
  });
});
