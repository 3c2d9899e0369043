import type { Draft } from './draft';
import { useDrill } from './drill';
import { isLessonPreset } from './preset-id';
import { parseProgress, useProgress } from './progress';
import { useScenario } from './scenario';
import { draftFrom } from './scenario-storage';
import { drillFrom } from './drill-record';

/** Edits of lessons are kept among the edits of cases. */
const isLesson = ([preset]: [string, unknown]): boolean => isLessonPreset(preset);
const version = 1;

/** All that is kept of the course, as one JSON text: what was solved and predicted, edits, drills. */
export function archiveText(): string {
  const { presetId, draft, left } = useScenario.getState();
  const edits = Object.entries({ ...left, [presetId]: draft }).filter(isLesson);
  return JSON.stringify({
    version,
    lessons: useProgress.getState().lessons,
    edits: Object.fromEntries(edits),
    drill: useDrill.getState().record,
  });
}

/** Adds what an export holds. What is solved or edited here stays. @returns how much; undefined where it is no export */
export function takeArchive(text: string): { lessons: number; edits: number } | undefined {
  const lessons = parseProgress(text);
  if (!lessons) return undefined;
  const { edits, drill } = JSON.parse(text) as { edits?: unknown; drill?: unknown };
  const drafts = Object.fromEntries(
    Object.entries(typeof edits === 'object' && edits !== null ? edits : {})
      .filter(isLesson)
      .flatMap(([preset, value]): [string, Draft][] => {
        const draft = draftFrom(value);
        return draft ? [[preset, draft]] : [];
      }),
  );
  useProgress.getState().add(lessons);
  useScenario.setState(({ left, presetId }) => ({
    left: {
      // What stands in the editors now is newer than what was exported.
      ...Object.fromEntries(Object.entries(drafts).filter(([preset]) => preset !== presetId)),
      ...left,
    },
  }));
  useDrill.getState().add(drillFrom(drill));
  return { lessons: Object.keys(lessons).length, edits: Object.keys(drafts).length };
}

export function clearArchive(): void {
  useProgress.getState().clear();
  useDrill.getState().clear();
  useScenario.setState(({ left, presetId }) => ({
    left: Object.fromEntries(Object.entries(left).filter((entry) => !isLesson(entry))),
    // The lesson that was open last stands in the editors: it begins anew when it is opened again.
    presetId: isLessonPreset(presetId) ? '' : presetId,
  }));
}
