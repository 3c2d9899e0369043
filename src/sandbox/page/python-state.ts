/** How far Python has come in this page; sizes in bytes. */
export type PythonState =
  | { step: 'downloading'; loaded: number; total: number }
  | { step: 'starting' }
  | { step: 'ready' }
  | { step: 'failed'; message: string };
