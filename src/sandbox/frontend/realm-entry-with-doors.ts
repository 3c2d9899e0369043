/** The same as realm-entry.ts, with the small DOM: sent only to code that mentions some of it. */

import { startRealm } from '@/realm/runtime';
import { openDoors } from './doors/open-doors';
import { openFrontendWith } from './open-frontend';

startRealm(openFrontendWith(openDoors));
