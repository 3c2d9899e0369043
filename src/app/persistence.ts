import { classic as defaultPreset } from '@/scenario/presets/classic';
import { useScenario } from '@/stores/scenario';
import { readSaved, writeSaved } from '@/stores/scenario-storage';

const quiet = 300;

/** Reading `localStorage` itself throws where storage is forbidden. */
export function storageOf(page: Window): Storage | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}

/** Takes up the work of the last visit, or the classic case, and keeps what is typed from then on. */
export function keepWork(page: Window): void {
  const storage = storageOf(page);
  const saved = storage && readSaved(storage);
  if (saved) useScenario.setState(saved);
  else useScenario.getState().loadPreset(defaultPreset);
  if (!storage) return;

  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    writeSaved(storage, useScenario.getState());
  };
  useScenario.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, quiet);
  });
  page.addEventListener('pagehide', save);
}

/** Leaves what is shown for the classic case as it was made; edits of other cases stay where they are. */
export function startOver(): void {
  const { presetId, loadPreset, resetTo } = useScenario.getState();
  if (presetId !== defaultPreset.id) loadPreset(defaultPreset);
  resetTo(defaultPreset);
}
