/** Runs in a sandbox: our own nginx, because the patterns in a configuration are somebody’s code. */

import { startRealm } from '@/realm/runtime';
import { openProgram } from './open-program';

startRealm(openProgram);
