import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepProgress, parseProgress, progressText, takeUpProgress, useProgress } from './progress';

function storageWith(text: string | null) {
  const written: string[] = [];
  return { written, getItem: () => text, setItem: (_: string, value: string) => void written.push(value) };
}

beforeEach(() => useProgress.setState({ lessons: {} }));

describe('progress', () => {
  it('comes back from its own text', () => {
    const lessons = { preflight: { solved: true, hints: 2, predictions: ['yes', 'no'] } };
    expect(parseProgress(progressText(lessons))).toEqual(lessons);
  });

  it('never throws on stored text, and never believes a wrong shape', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseProgress(text);
        expect(parsed === undefined || typeof parsed === 'object').toBe(true);
      }),
    );
    const broken = '{"version":1,"lessons":{"a":{"solved":"yes","hints":-1,"predictions":[1]},"B/../c":{},"d":7}}';
    expect(parseProgress(broken)).toEqual({ a: {} });
  });

  it('begins anew where the stored text is corrupt, and writes from then on', () => {
    const storage = storageWith('{"version":1,"lessons":');
    keepProgress(storage);
    expect(useProgress.getState().lessons).toEqual({});
    useProgress.getState().update('preflight', { solved: true });
    expect(storage.written.at(-1)).toContain('"preflight":{"solved":true}');
  });

  it('takes up what another tab has kept, and comes to rest', () => {
    useProgress.getState().update('a', { solved: true, hints: 1 });
    takeUpProgress(progressText({ b: { solved: true }, a: { hints: 1 } }));
    const { lessons } = useProgress.getState();
    expect(lessons).toEqual({ a: { solved: true, hints: 1 }, b: { solved: true } });
    takeUpProgress(progressText({ b: { solved: true }, a: { hints: 1, solved: true } }));
    expect(useProgress.getState().lessons).toBe(lessons);
    takeUpProgress(progressText({}));
    expect(useProgress.getState().lessons).toEqual({});
    takeUpProgress(null);
  });

  it('keeps what is solved here when an export is added', () => {
    useProgress.getState().update('a', { solved: true });
    useProgress.getState().add({ a: { hints: 1 }, b: { solved: true } });
    expect(useProgress.getState().lessons).toEqual({ a: { hints: 1, solved: true }, b: { solved: true } });
  });

  it('keeps a warning only until the lesson was solved without one, here or in an export', () => {
    useProgress.getState().update('a', { solved: true, warned: true });
    useProgress.getState().update('b', { solved: true, warned: true });
    useProgress.getState().add({ a: { solved: true }, b: { hints: 1 } });
    expect(useProgress.getState().lessons).toEqual({
      a: { solved: true },
      b: { solved: true, hints: 1, warned: true },
    });
    const text = '{"version":1,"lessons":{"a":{"solved":true,"warned":true},"b":{"warned":true}}}';
    expect(parseProgress(text)).toEqual({ a: { solved: true, warned: true }, b: {} });
  });
});
