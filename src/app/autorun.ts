import { countEdit, endEdit, lastEdit } from '@/stores/edit-count';
import { useHold } from '@/stores/hold';
import { useKept } from '@/stores/kept';
import { useRun, type RunTrigger } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { hasRun, routeOf } from './route';

const typingPause = 400;

/** The run that an edit has asked for, and that has not begun. */
let timer: ReturnType<typeof setTimeout> | undefined;

/** The number of the run that was kept last. */
let lastKept: number | undefined;

/** An edit re-runs by itself: a choice at once, typing when the keys have rested. */
export function runOnEdit(): () => void {
  return useScenario.subscribe((state, before) => {
    if (documentOf(state) === documentOf(before)) return;
    clearTimeout(timer);
    countEdit(state.lastChange === 'typed');
    const trigger = state.lastChange === 'staged' ? 'run' : 'edit';
    timer = setTimeout(() => runNow(trigger), state.lastChange === 'typed' ? typingPause : 0);
  });
}

/** Another case, or this one as it was made, meets fresh servers; what is kept, or kept no longer, gives another run. */
export function runOnKept(): void {
  useScenario.subscribe((state, before) => {
    const isReset = state.beforeReset !== undefined && before.beforeReset === undefined;
    if (state.presetId !== before.presetId || isReset) useKept.getState().startAfresh();
  });
  useKept.subscribe((state, before) => {
    const isFewer = state.kept.length < before.kept.length;
    const isWait = state.kept !== before.kept && 'wait' in (state.kept.at(-1) ?? {});
    if (isFewer || isWait) runNow('edit');
  });
}

/** Nothing runs while a lesson waits for predictions: its future is not shown before. Run then leads to the questions. */
export function runNow(trigger: RunTrigger): void {
  if (useHold.getState().holding) {
    if (trigger === 'run') useHold.setState(({ asked }) => ({ asked: asked + 1 }));
    return;
  }
  const { run, runs, scenario: shown, source } = useRun.getState();
  const { keeps, add } = useKept.getState();
  const state = useScenario.getState();
  // What was edited last runs now: a second run a moment later would stop the first one's playing.
  if (trigger === 'run') {
    clearTimeout(timer);
    endEdit();
  }
  // An edit shows the same run anew; Run is another one. However often it is pressed, what is on show has happened once.
  if (trigger === 'run' && keeps && shown && source?.caseId === state.presetId && runs !== lastKept) {
    add(shown);
    lastKept = runs;
  }
  void run(documentOf(state), trigger, useKept.getState().kept, { caseId: state.presetId, edit: lastEdit() });
}

/** Ctrl+Enter and Cmd+Enter run from anywhere on a page that has a Run button, also from inside an editor that has plans of its own for these keys. */
export function runOnShortcut(page: Window): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (!hasRun(routeOf(page.location.hash))) return;
      event.preventDefault();
      event.stopPropagation();
      runNow('run');
    },
    { capture: true },
  );
}
