import { describe, expect, it } from 'vitest';
import { explainRun } from '@/explain';
import { blockedHeader, concurrent, repeated, simpleSuccess } from '@/explain/fixtures';
import { zoomOf } from './fit';
import { layOut, paperWidth } from './layout';
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
      for (const { index } of run.stops) expect(paperWidth(geometry, run, index)).toBeLessThanOrEqual(view);
    },
  );

  it('has its own size where it fills the window, where it does not fit, and on a phone', () => {
    const [long, short] = [explain(concurrent(30)), explain(simpleSuccess())];
    expect(zoomOf('drawn', long, 1440, plainPlan(long))).toBe(1);
    expect(zoomOf('drawn', short, 390, plainPlan(short))).toBe(1);
  });
});

describe('a run that shall fit', () => {
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
