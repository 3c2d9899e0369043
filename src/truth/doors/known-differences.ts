/** Where the doors are known to differ from what was recorded, and why. */

import type { Seen } from './compare-doors';
import type { DoorBrowser } from './files';

interface Difference {
  browser: DoorBrowser;
  id: string;
  kind: keyof Seen;
  why: string;
}

export const KNOWN_DIFFERENCES: readonly Difference[] = [
  {
    browser: 'firefox',
    id: 'script-throws-muted',
    kind: 'events',
    why: 'Under remote control Firefox tells the window what a muted script threw; the standard has "Script error."',
  },
  {
    browser: 'firefox',
    id: 'script-own-json',
    kind: 'console',
    why: 'What a syntax error says are the words of the JavaScript engine that runs the simulator.',
  },
];
