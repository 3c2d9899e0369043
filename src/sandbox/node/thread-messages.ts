/** What travels between the main thread and the thread that runs realms. */

export type ToThread =
  /** `runtime` comes along when this thread has not had it. `script`: what `userScript` made. */
  | { type: 'open'; id: number; kind: string; runtime?: string; script: string }
  | { type: 'message'; id: number; text: string }
  | { type: 'close'; id: number };

export type FromThread =
  { type: 'message'; id: number; text: string } | { type: 'failed'; id: number; syntax: boolean; message: string };
