/** What every door is given. */

import type { BrowserName } from '@/engine';
import type { RealmContext } from '@/realm/runtime';
import type { Requests } from '../requests';
import type { Loaded } from './loaded';

export interface Surroundings {
  browser: BrowserName;
  realm: RealmContext;
  requests: Requests;
  loaded: Loaded;
  /** Prints an error that nothing has caught. */
  uncaught: (error: unknown, rejection: boolean) => void;
  /** A line of the playground itself, in the code's console. */
  note(text: string): void;
}
