import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { allFixtures, blockedHeader, concurrent, connectionFailed, longWait, successfulPut } from '@/explain/fixtures';
import { xAt } from './geometry';
import { layOut, paperWidth } from './layout';
import { roadOf, travellerAt } from './travel';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);

describe('the picture', () => {
  it('lets time flow to the right, at every width and wherever the playhead is', () => {
    const runs = [...allFixtures(), concurrent(30)].map(explain);
    fc.assert(
      fc.property(fc.constantFrom(...runs), fc.integer({ min: 320, max: 2560 }), fc.nat(400), (run, width, at) => {
        const { stops, legs, left } = layOut(run, width, at % run.stops.length);
        expect(stops).toEqual([...stops].sort((a, b) => a - b));
        expect(stops.every((x) => x >= left)).toBe(true);
        for (const { x } of legs) expect(x).toEqual([...x].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('shows the blocked preflight of a desktop without scrolling, callout included', () => {
    const run = explain(blockedHeader());
    expect(paperWidth(layOut(run, 1440, 0), run, 9)).toBe(1440);
  });

  it('folds equal stops on a phone, never the one under the playhead', () => {
    const run = explain(blockedHeader());
    expect(layOut(run, 390, 9).folds.map((fold) => fold.stops)).toEqual([
      [1, 2, 3],
      [6, 7, 8],
    ]);
    expect(layOut(run, 390, 7).folds.map((fold) => fold.stops)).toEqual([
      [1, 2, 3],
      [8, 9],
    ]);
  });

  it('keeps every place while the playhead moves, where nothing folds', () => {
    const run = explain(successfulPut());
    const places = run.stops.map((stop) => layOut(run, 1440, stop.index).stops);
    expect(new Set(places.map((stops) => stops.join())).size).toBe(1);
  });

  it('draws ten minutes with a break', () => {
    const { flows } = layOut(explain(longWait()), 1440, 0);
    expect(flows.filter((flow) => flow.broken).map((flow) => Math.round((flow.to.at - flow.from.at) / 60000))).toEqual([
      10,
    ]);
  });
});

describe('the traveller', () => {
  it('stops left of the closed gate and stays there', () => {
    const run = explain(blockedHeader());
    const geometry = layOut(run, 1440, 0);
    const road = roadOf(run.tracks[0]!, run, geometry);
    const gate = geometry.stops[run.tracks[0]!.closedAt!]!;
    expect(travellerAt(road, xAt(geometry, run.stops.length - 1))?.x).toBeLessThan(gate);
  });

  it('is at the server when its message arrives, carrying the preflight', () => {
    const run = explain(blockedHeader());
    const geometry = layOut(run, 1440, 0);
    const arrive = run.stops.find((stop) => stop.kind === 'arrive')!;
    const traveller = travellerAt(roadOf(run.tracks[0]!, run, geometry), geometry.stops[arrive.index]!);
    expect(traveller).toMatchObject({ load: 'preflight', y: geometry.servers[0]?.y });
  });

  it('is gone where its message got lost', () => {
    const run = explain(connectionFailed());
    const geometry = layOut(run, 1440, 0);
    expect(travellerAt(roadOf(run.tracks[0]!, run, geometry), geometry.end)).toBeNull();
  });

  it('waits for its turn: there is none before the call', () => {
    const run = explain(concurrent(2));
    const geometry = layOut(run, 1440, 0);
    expect(travellerAt(roadOf(run.tracks[1]!, run, geometry), geometry.stops[0]!)).toBeNull();
  });
});
