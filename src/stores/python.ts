import { create } from 'zustand';
import type { PythonState } from '@/sandbox/page';

interface PythonStore {
  /** undefined: nobody has asked for Python yet. */
  state: PythonState | undefined;
}

/** How far Python has come in this page. It lives as long as the page: the interpreter is kept warm between runs. */
export const usePython = create<PythonStore>()(() => ({ state: undefined }));

/** What a run that asked for Python waits for, in few words; undefined where it waits for nothing. */
export function usePythonWait(): string | undefined {
  return usePython(({ state }) => {
    if (state?.step === 'downloading')
      return `downloading Python: ${megabytes(state.loaded)} of ${megabytes(state.total)} MB`;
    return state?.step === 'starting' ? 'Python is starting …' : undefined;
  });
}

export function megabytes(bytes: number): string {
  return Math.round(bytes / 1_000_000).toString();
}
