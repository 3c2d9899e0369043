/** What every door is given. */

import type { BrowserName } from '@/engine';
import type { RealmContext } from '@/realm/runtime';
import type { Requests } from '../requests';
import type { Uncaught, WindowErrors } from '../window-errors';
import type { Loaded } from './loaded';

export interface Surroundings {
  browser: BrowserName;
  realm: RealmContext;
  requests: Requests;
  loaded: Loaded;
  /** An error that nothing has caught. */
  uncaught: Uncaught;
  /** The same, of a script with an address of its own. */
  failed: WindowErrors['failed'];
  /** A line of the playground itself, in the code's console. */
  note(text: string): void;
}
