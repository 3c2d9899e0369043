/** What travels between the page and the sandboxed frame. Imported by both: types and two numbers, nothing else. */

/** From the page to the frame's window. */
export type ToFrame =
  | { type: 'runtime'; kind: string; text: string }
  /** A worker of this kind is to have run its runtime before one is asked for. */
  | { type: 'prepare'; kind: string }
  /** With a port on which the realm's messages travel. `script` is the first message that the worker gets, if any. */
  | { type: 'open'; kind: string; script?: string }
  /** Kept for every worker that asks for it. */
  | { type: 'file'; name: string; data: ArrayBuffer };

/** From the frame's window to the page. */
export interface FrameReady {
  type: 'sandbox-ready';
}

/** From the page, on a realm's port: a message for the realm, files it is to be given, or null: it is to be ended. */
export type ToRealmPort = string | GiveFiles | null;

/** `names` of files that were sent before. */
export interface GiveFiles {
  framework: string;
  names: string[];
}

/** From the frame, on a realm's port: a message of the realm as it came, or what became of it. */
export type FromRealmPort = string | { type: 'failed'; message: string } | { type: 'flood' } | { type: 'ended' };

/** A realm answers each message once. More than this without being asked is a flood. */
export const UNASKED_MESSAGES = 4;

/** Chars of one message. */
export const LONGEST_FRAME_MESSAGE = 16_000_000;
