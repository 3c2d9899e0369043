import { create } from 'zustand';
import type { PythonState } from '@/sandbox/page';

interface PythonStore {
  /** undefined: nobody has asked for Python yet. */
  state: PythonState | undefined;
}

/** How far Python has come in this page. It lives as long as the page: the interpreter is kept warm between runs. */
export const usePython = create<PythonStore>()(() => ({ state: undefined }));
