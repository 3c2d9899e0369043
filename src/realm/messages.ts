/** What travels between a host and the realm it opened, as JSON text (`codec.ts`): strings leak nothing but themselves. */

import type { Effect, Turn } from './protocol';

export type HostMessage = { type: 'turn'; turn: Turn };

export type RealmMessage =
  /** The runtime is in place; the user's code has not begun. */
  | { type: 'ready' }
  /** The turn ended: nothing is left to do at this moment. */
  | { type: 'turn'; effects: Effect[] }
  /** The code asks for too much in one turn. The realm is to be ended. */
  | { type: 'flood'; effects: Effect[] };
