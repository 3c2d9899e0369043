import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { archiveText, clearArchive, takeArchive } from './archive';
import { draftOf } from './draft';
import { keepDrills, useDrill } from './drill';
import { drillFrom, noDrills } from './drill-record';
import { useProgress } from './progress';
import { useScenario } from './scenario';

const edited: Scenario = { version: 1, page: 'https://app.example.com/', frontend: 'mine();', servers: [] };
const run = { at: 1000, right: 18, length: 20, seconds: 192 };

beforeEach(() => {
  useProgress.setState({ lessons: {} });
  useDrill.setState({ record: noDrills });
  useScenario.setState({ presetId: 'classic', draft: draftOf({ ...edited, frontend: 'classic();' }), left: {} });
});

describe('an export of the course', () => {
  it('holds progress, predictions, edits and drills, and brings them to another browser', () => {
    useProgress.getState().update('preflight', { solved: true, predictions: ['yes', 'preflight-only'] });
    useScenario.setState({ left: { 'lesson:preflight': draftOf(edited) } });
    useDrill.getState().note(3, ['rule/two-origins']);
    useDrill.getState().finish(run);
    const text = archiveText();

    useProgress.setState({ lessons: {} });
    useDrill.setState({ record: noDrills });
    useScenario.setState({ left: {} });
    expect(takeArchive(text)).toEqual({ lessons: 1, edits: 1 });
    expect(useProgress.getState().lessons.preflight).toEqual({
      solved: true,
      predictions: ['yes', 'preflight-only'],
    });
    expect(useScenario.getState().left['lesson:preflight']?.document).toEqual(edited);
    expect(useDrill.getState().record).toEqual({ level: 3, owed: ['rule/two-origins'], runs: [run] });
  });

  it('leaves the cases of the workbench out', () => {
    useScenario.setState({ left: { other: draftOf(edited) } });
    expect(archiveText()).not.toContain('mine()');
    expect(archiveText()).not.toContain('classic()');
  });

  it('never replaces what was edited here, and counts a run once', () => {
    useScenario.setState({ left: { 'lesson:preflight': draftOf(edited) } });
    useDrill.getState().finish(run);
    const text = archiveText();
    useScenario.setState({ left: { 'lesson:preflight': draftOf({ ...edited, frontend: 'newer();' }) } });
    takeArchive(text);
    expect(useScenario.getState().left['lesson:preflight']?.document.frontend).toBe('newer();');
    expect(useDrill.getState().record.runs).toEqual([run]);
  });

  it('is not believed where it is damaged, and never throws', () => {
    expect(takeArchive('{"version":1,"lessons":')).toBeUndefined();
    const half = '{"version":1,"lessons":{"a":{"solved":true}},"edits":{"lesson:a":{"document":7}},"drill":"none"}';
    expect(takeArchive(half)).toEqual({ lessons: 1, edits: 0 });
    expect(useDrill.getState().record).toEqual(noDrills);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { level, owed, runs } = drillFrom(value);
        expect(level).toBeGreaterThanOrEqual(1);
        expect(Array.isArray(owed) && Array.isArray(runs)).toBe(true);
      }),
    );
  });

  it('is taken part by part: what makes sense comes, what stands beside it does not', () => {
    const sound = fc.record({ solved: fc.boolean(), hints: fc.nat({ max: 9 }), predictions: fc.array(fc.string()) });
    const damaged = fc.oneof(fc.jsonValue(), fc.record({ solved: fc.jsonValue(), predictions: fc.jsonValue() }));
    fc.assert(
      fc.property(
        sound,
        fc.dictionary(fc.constantFrom('a', 'b', 'No id', '__proto__'), damaged),
        fc.dictionary(
          fc.constantFrom('lesson:a', 'lesson:b', 'other'),
          fc.oneof(fc.jsonValue(), fc.record({ document: fc.jsonValue() })),
        ),
        fc.jsonValue(),
        (entry, lessons, edits, drill) => {
          useProgress.setState({ lessons: {} });
          useDrill.setState({ record: noDrills });
          useScenario.setState({ left: {} });
          const text = JSON.stringify({
            version: 1,
            lessons: { ...lessons, whole: entry },
            edits: { ...edits, 'lesson:whole': draftOf(edited) },
            drill,
          });
          const taken = takeArchive(text);
          expect(taken?.lessons).toBeGreaterThanOrEqual(1);
          expect(useProgress.getState().lessons.whole).toMatchObject({ ...entry, solved: entry.solved });
          expect(Object.keys(useProgress.getState().lessons)).not.toContain('No id');
          expect(useScenario.getState().left['lesson:whole']).toEqual(draftOf(edited));
          for (const [id, draft] of Object.entries(useScenario.getState().left)) {
            expect(id).toMatch(/^lesson:/);
            expect(draft.document.version).toBe(1);
          }
          // What was taken can be handed on.
          const { record } = useDrill.getState();
          expect(takeArchive(archiveText())).toBeDefined();
          expect(useDrill.getState().record).toEqual(record);
        },
      ),
    );
  });

  it('is no export where a character of it was lost or changed so that it does not parse', () => {
    useProgress.getState().update('preflight', { solved: true });
    useScenario.setState({ left: { 'lesson:preflight': draftOf(edited) } });
    const whole = archiveText();
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.constantFrom('', '"', '}', '7'), (at, character) => {
        useProgress.setState({ lessons: {} });
        const text = whole.slice(0, at) + character + whole.slice(at + 1);
        const taken = takeArchive(text);
        expect(taken === undefined || parses(text)).toBe(true);
        expect(Object.keys(useProgress.getState().lessons)).toHaveLength(taken?.lessons ?? 0);
      }),
    );
  });

  it('is empty after clearing, and the workbench keeps its own', () => {
    useProgress.getState().update('preflight', { solved: true });
    useScenario.setState({ left: { 'lesson:preflight': draftOf(edited), other: draftOf(edited) } });
    useDrill.getState().finish(run);
    clearArchive();
    expect(JSON.parse(archiveText())).toEqual({ version: 1, lessons: {}, edits: {}, drill: noDrills });
    expect(Object.keys(useScenario.getState().left)).toEqual(['other']);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it('drills begin anew where the stored text is corrupt, and are written from then on', () => {
  const written: string[] = [];
  keepDrills({ getItem: () => '{"level":', setItem: (_: string, text: string) => void written.push(text) });
  useDrill.getState().note(2, ['cookie/not-asked-for']);
  expect(JSON.parse(written.at(-1) ?? '')).toEqual({ level: 2, owed: ['cookie/not-asked-for'], runs: [] });
});
