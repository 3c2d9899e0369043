import { keepPrevious } from './keep-previous';
import { storageOf } from './persistence';
import { noteShownCase } from './shown-case';

/** What is noted of the runs and of what is shown, once the first verdict is there. */
export function afterFirstRun(page: Window): void {
  const storage = storageOf(page);
  if (storage) keepPrevious(storage);
  noteShownCase();
}
