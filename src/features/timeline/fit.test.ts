import { describe, expect, it } from 'vitest';
import { explainRun, type Run } from '@/explain';
import { allFixtures, blockedHeader, concurrent, repeated, simpleSuccess } from '@/explain/fixtures';
import { inFocus, zoomOf } from './fit';
import { type Geometry, ROOM_FOR_MARK, ROOM_FOR_WORDS } from './geometry';
import { layOut, paperWidth } from './layout';
import { planRequests } from './many';
import { measuresOf } from './measures';
import { placeInTime } from './place-in-time';
import { plainPlan } from './plan';

const explain = ({ result, scenario }: ReturnType<typeof blockedHeader>) => explainRun(result, scenario);

describe('a run as it is drawn', () => {
  it.each([1024, 1440, 1920])(
    'is spread over a window of %i pixels where it is short, and every callout keeps its room',
    (view) => {
      const run = explain(simpleSuccess());
      const plan = plainPlan(run);
      const zoom = zoomOf('drawn', run, view, plan);
      const geometry = layOut(run, view, { ...plan, zoom });
      expect(zoom).toBeGreaterThan(1.2);
      expect(zoom).toBeLessThanOrEqual(1.5);
      expect(paperWidth(geometry, run)).toBe(view);
    },
  );

  it('is drawn a little closer where its last callout would find no room otherwise', () => {
    const run = explain(blockedHeader());
    const plan = plainPlan(run);
    const view = paperWidth(layOut(run, 1100, { ...plan, zoom: 1 }), run) - 60;
    const zoom = zoomOf('drawn', run, view, plan);
    expect(zoom).toBeLessThan(1);
    expect(paperWidth(layOut(run, view, { ...plan, zoom }), run)).toBe(view);
  });

  it('has its own size where it fills the window, where it does not fit, and on a phone', () => {
    const [long, short] = [explain(concurrent(30)), explain(simpleSuccess())];
    expect(zoomOf('drawn', long, 1440, plainPlan(long))).toBe(1);
    expect(zoomOf('drawn', short, 390, plainPlan(short))).toBe(1);
  });
});

describe('a run that shall fit', () => {
  it('can be made as narrow as it must, whatever happens in it', () => {
    for (const run of [...allFixtures(), repeated(100)].map(explain)) {
      const plan = { ...plainPlan(run), zoom: 0 };
      const m = measuresOf(run, 1440, plan);
      expect(placeInTime(run, plan, m).end).toBeLessThan(m.left + 80);
    }
  });

  it('stands in the window as a whole, a hundred requests one after the other too', () => {
    const run = explain(repeated(100));
    const plan = plainPlan(run);
    const zoom = zoomOf('fit', run, 1440, plan);
    expect(layOut(run, 1440, { ...plan, zoom }).width).toBe(1440);
  });

  it('stands in the window as a whole', () => {
    const run = explain(concurrent(30));
    const plan = plainPlan(run);
    const zoom = zoomOf('fit', run, 1440, plan);
    expect(zoom).toBeLessThan(1);
    expect(layOut(run, 1440, { ...plan, zoom }).end).toBeLessThanOrEqual(1440);
  });
});

describe('a request in focus', () => {
  const many = explain(concurrent(12));
  const wishes = { folding: false, unfolded: new Set<number>(), folded: new Set<number>() };
  const layOutWith = (run: Run, focus: number | null, view: number) => {
    const plan = planRequests(run, { ...wishes, focus });
    return layOut(run, view, { ...plan, zoom: zoomOf(focus === null ? 'drawn' : 'focus', run, view, plan) });
  };

  it.each([1024, 1440])('has all its words in a window of %i pixels, and the others their marks', (view) => {
    for (const { request } of many.tracks) {
      const { marks, plan } = layOutWith(many, request, view);
      const decisions = marks.filter(({ stops }) => many.stops[stops[0]!]!.number !== null);
      const own = decisions.filter(({ row }) => row === plan.rowOf.get(request));
      expect(own.length).toBeGreaterThan(1);
      expect(own.filter(({ room }) => room < ROOM_FOR_WORDS)).toEqual([]);
      expect(decisions.filter(({ room }) => room < ROOM_FOR_MARK)).toEqual([]);
    }
  });

  it('is drawn in less width than before, since what the others do has less', () => {
    const { request, stops } = many.tracks.at(-1)!;
    const width = ({ places }: Geometry) => places[stops.at(-1)!]! - places[stops[0]!]!;
    expect(width(layOutWith(many, request, 1440))).toBeLessThan(width(layOutWith(many, null, 1440)) * 0.8);
  });

  it('is as wide as the window where it fits', () => {
    const two = explain(repeated(2));
    const geometry = layOutWith(two, 1, 1440);
    expect(geometry.plan.zoom).toBeGreaterThan(1);
    expect(inFocus(geometry, two)).toMatchObject({ fits: true });
  });
});
