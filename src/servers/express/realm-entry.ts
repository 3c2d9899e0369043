/** Runs in a sandbox: real Express, and the user's server code on top of it. */

import './globals';
import { startRealm } from '@/realm/runtime';
import { openProgram } from './open-program';

startRealm(openProgram);
