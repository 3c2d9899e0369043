import { create } from 'zustand';
import { grade, withinLimits, type Grade, type TrialOutcome } from '@/lessons/format/grade';
import type { Lesson } from '@/lessons/format/lesson';
import { applyPatch } from '@/lessons/format/patch';
import { truthOf } from '@/lessons/format/predictions';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { draftOf, isEdited, type Draft } from './draft';
import { useHold } from './hold';
import { usePlayhead } from './playhead';
import { lessonPreset } from './preset-id';
import { isSolvedWell, useProgress } from './progress';
import { simulateAside, useRun } from './run';
import { afterLeaving, documentOf, useScenario } from './scenario';

export interface LessonState {
  lesson: Lesson | undefined;
  /** The true answers to the predictions, by index; undefined until they are known. */
  truths: (string | undefined)[] | undefined;
  /** Of the last run that was judged. */
  grade: Grade | undefined;
  /** Parts that are not the learner's and differ from the start: what is solved with them does not count. */
  strayed: string[];
}

const closed: LessonState = {
  lesson: undefined,
  truths: undefined,
  grade: undefined,
  strayed: [],
};

export const useLesson = create<LessonState>()(() => closed);

const presetOf = (lesson: Lesson): string => lessonPreset(lesson.id);
const startOf = ({ prose, setup }: Lesson): Scenario => ({ ...setup.start, title: prose.title });

/** Puts a lesson on the workbench: with the learner's edits, where there are some. Other work stays where it is. */
export function openLesson(lesson: Lesson): void {
  const id = presetOf(lesson);
  useScenario.setState((state) => {
    if (state.presetId === id) return {};
    const { [id]: known, ...left } = state.left;
    return {
      presetId: id,
      draft: known ?? draftOf(startOf(lesson)),
      left: afterLeaving({ ...state, left }),
      beforeReset: undefined,
      serverIndex: firstOwnServer(lesson),
      visitIndex: undefined,
      lastChange: 'chosen',
    };
  });
  // What ran before was another scenario: nothing of it may show beside this one.
  useRun.getState().clear();
  const { predictions } = lesson.setup;
  const before = useProgress.getState().lessons[lesson.id]?.predictions;
  const isPredicted = predictions.length === 0 || before?.length === predictions.length;
  useLesson.setState({ ...closed, lesson });
  useHold.setState({ holding: !isPredicted, guarding: isGuarded(lesson) });
  if (isPredicted) void findTruths(lesson);
}

export function closeLesson(): void {
  useLesson.setState(closed);
  useHold.setState({ holding: false, guarding: false });
}

function isGuarded({ id }: Lesson): boolean {
  const { solved, solutionSeen } = useProgress.getState().lessons[id] ?? {};
  return !solved && !solutionSeen;
}

export function lockIn(lesson: Lesson, answers: string[]): void {
  useProgress.getState().update(lesson.id, { predictions: answers });
  useHold.setState({ holding: false });
  void findTruths(lesson);
}

async function findTruths(lesson: Lesson): Promise<void> {
  const { predictions, start } = lesson.setup;
  if (predictions.length === 0) return;
  const result = await simulateAside(start).catch(() => undefined);
  if (!result || useLesson.getState().lesson !== lesson) return;
  useLesson.setState({ truths: predictions.map((prediction) => truthOf(prediction, result)) });
}

/** Judges a finished run of the lesson on show. Trials run beside it; a later run makes them void. */
export async function judge(scenario: Scenario, result: SimulationResult): Promise<void> {
  const { lesson } = useLesson.getState();
  if (!lesson || useHold.getState().holding || useScenario.getState().presetId !== presetOf(lesson)) return;
  const document = documentOf(useScenario.getState());
  if (scenario !== document) return;
  const strayed = strayedParts(lesson, scenario);
  const judged = await grade(lesson, scenario, result, simulateAside).catch(() => undefined);
  if (useLesson.getState().lesson !== lesson || documentOf(useScenario.getState()) !== document) return;
  useLesson.setState({ grade: judged, strayed });
  // An edit that opens the way is shown to its end, not where the playhead stood before the gate that was closed.
  if (judged?.met && useRun.getState().trigger === 'edit') usePlayhead.getState().seek(Infinity);
  const counts = strayed.length === 0 && !useProgress.getState().lessons[lesson.id]?.solutionStands;
  if (!judged?.solved || !counts) return;
  const warned = judged.warnings.length > 0 && !isSolvedWell(useProgress.getState().lessons[lesson.id]);
  useProgress.getState().update(lesson.id, { solved: true, warned });
  useHold.setState({ guarding: false });
}

/** What stood in the editors before something was put in its place, and whether that was the solution, changed or not. */
let putAside: { id: string; draft: Draft; solutionStands: boolean } | undefined;

useScenario.subscribe((state, before) => {
  if (!putAside || before.beforeReset !== putAside.draft || state.beforeReset !== undefined) return;
  const { id, draft, solutionStands } = putAside;
  putAside = undefined;
  if (!isEdited(documentOf(state), draft.document)) useProgress.getState().update(id, { solutionStands });
});

/** Puts the solution into the editors. What is solved while it stands there does not count, in later visits neither. */
export function showSolution(lesson: Lesson): void {
  show(lesson, applyPatch(startOf(lesson), lesson.setup.solution));
  useProgress.getState().update(lesson.id, { solutionSeen: true, solutionStands: true });
  useLesson.setState({ grade: undefined });
  useHold.setState({ guarding: false });
}

export function startOver(lesson: Lesson): void {
  show(lesson, startOf(lesson));
  useProgress.getState().update(lesson.id, { solutionStands: false });
  useLesson.setState({ grade: undefined });
}

/** Puts back what is not the learner's to change. */
export function putBack(lesson: Lesson): void {
  const edited = documentOf(useScenario.getState());
  show(lesson, { ...withinLimits(lesson, edited), title: lesson.prose.title });
}

/** Shows a trial's run in place of the learner's, until the next run. */
export const watch = ({ scenario, result }: TrialOutcome): void => useRun.getState().showAside(scenario, result);

/** In place of what stands in the editors, which can be brought back. */
function show({ id }: Lesson, document: Scenario): void {
  const solutionStands = useProgress.getState().lessons[id]?.solutionStands ?? false;
  putAside = { id, draft: useScenario.getState().draft, solutionStands };
  useScenario.setState(({ draft }) => ({
    draft: draftOf(document),
    beforeReset: isEdited(draft.document, document) ? draft : undefined,
    lastChange: 'chosen',
  }));
}

function strayedParts(lesson: Lesson, edited: Scenario): string[] {
  const allowed = withinLimits(lesson, edited);
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  return [
    ...(differs(edited.page, allowed.page) ? ['the page’s address'] : []),
    ...(differs(edited.frontend, allowed.frontend) ? ['the page’s code'] : []),
    ...((edited.browser ?? 'chromium') === (allowed.browser ?? 'chromium') ? [] : ['the browser']),
    ...(differs(setupOf(edited), setupOf(allowed)) ? ['the setup'] : []),
    ...(differs(edited.servers, allowed.servers) ? ['a server'] : []),
  ];
}

/** What stands in neither editor: cookies, client, earlier visits and the like. Left out is the same as the default. */
function setupOf({ cookies = [], earlier = [], client = 'browser', sandbox = false, extension = false }: Scenario) {
  return { cookies, earlier, client, sandbox, extension };
}

function firstOwnServer({ setup: { start, yours } }: Lesson): number {
  return Math.max(
    0,
    start.servers.findIndex(({ origin }) => yours.includes(origin)),
  );
}
