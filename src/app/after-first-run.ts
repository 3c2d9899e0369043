import { loadProfile, type BrowserName } from '@/engine';
import { keepPrevious } from './keep-previous';
import { storageOf } from './persistence';
import { noteShownCase } from './shown-case';

/** What is noted of the runs and of what is shown, once the first verdict is there. */
export function afterFirstRun(page: Window): void {
  const storage = storageOf(page);
  if (storage) keepPrevious(storage);
  noteShownCase();
  for (const name of OTHERS) void loadProfile(name).catch(() => undefined);
}

/** The browsers that did not come with the first run: at hand then, with the network or without. */
const OTHERS: readonly BrowserName[] = ['firefox', 'webkit', 'standard'];
