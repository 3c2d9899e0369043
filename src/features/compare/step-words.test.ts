import { describe, expect, it } from 'vitest';
import { explainRun, type Run } from '@/explain';
import { concurrent, redirected, simpleSuccess } from '@/explain/fixtures';
import { whoseOf } from './step-words';

const explain = ({ result, scenario }: ReturnType<typeof concurrent>) => explainRun(result, scenario);
const whose = (run: Run) => run.stops.map((stop) => whoseOf(stop, run));

describe('whose step it is', () => {
  const run = explain(concurrent(3));

  it('is said of every message and every outcome, where there are several requests', () => {
    const kinds = new Set(['arrive', 'answer', 'settle']);
    const said = run.stops.filter(({ kind }) => kinds.has(kind)).map((stop) => [whoseOf(stop, run), stop.request]);
    expect(said.length).toBe(9);
    for (const [name, request] of said) {
      const { method, path } = run.tracks.find((track) => track.request === request)!;
      expect(name).toBe(`${method} ${path}`);
    }
  });

  it('is said of a decision where the step before is another one’s, so that nobody must guess', () => {
    let named: number | null = null;
    for (const stop of run.stops) {
      if (whoseOf(stop, run) !== '' || stop.kind === 'call') named = stop.request;
      expect(named).toBe(stop.request);
    }
  });

  it('is said by number too where the same is asked several times', () => {
    const [first] = run.tracks;
    const same = { ...run, tracks: run.tracks.map((track) => ({ ...track, path: first!.path })) };
    expect(new Set(whose(same))).toContain(`${first!.method} ${first!.path}, 2 of 3`);
  });

  it('is not said of the only request', () => {
    for (const one of [simpleSuccess(), redirected()]) expect(whose(explain(one)).join('')).toBe('');
  });
});
