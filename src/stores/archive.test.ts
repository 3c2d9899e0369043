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
    fc.assert(fc.property(fc.json(), (text) => void takeArchive(text)));
    fc.assert(fc.property(fc.anything(), (value) => drillFrom(value).level >= 1));
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

it('drills begin anew where the stored text is corrupt, and are written from then on', () => {
  const written: string[] = [];
  keepDrills({ getItem: () => '{"level":', setItem: (_: string, text: string) => void written.push(text) });
  useDrill.getState().note(2, ['cookie/not-asked-for']);
  expect(JSON.parse(written.at(-1) ?? '')).toEqual({ level: 2, owed: ['cookie/not-asked-for'], runs: [] });
});
