import { useHold } from '@/stores/hold';
import { useRun, type RunTrigger } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';

const typingPause = 400;

/** An edit re-runs by itself: a choice at once, typing when the keys have rested. */
export function runOnEdit(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  useScenario.subscribe((state, before) => {
    if (documentOf(state) === documentOf(before)) return;
    clearTimeout(timer);
    const trigger = state.lastChange === 'staged' ? 'run' : 'edit';
    timer = setTimeout(() => runNow(trigger), state.lastChange === 'typed' ? typingPause : 0);
  });
}

/** Does nothing while a lesson waits for predictions: its future is not shown before. */
export function runNow(trigger: RunTrigger): void {
  if (useHold.getState().holding) return;
  void useRun.getState().run(documentOf(useScenario.getState()), trigger);
}

/** Ctrl+Enter and Cmd+Enter run from anywhere, also from inside an editor that has plans of its own for these keys. */
export function runOnShortcut(page: Window): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      runNow('run');
    },
    { capture: true },
  );
}
