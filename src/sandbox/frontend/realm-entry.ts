/** The inside of a realm that runs a page's code: bundled into one script text by `?runtime`. */

import { startRealm } from '@/realm/runtime';
import { openFrontend } from './open-frontend';

startRealm(openFrontend);
