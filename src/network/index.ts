/** The wire between the simulated browser and the simulated servers: the only room that knows MSW. */

export type * from './contract';
export { createInProcessWire } from './in-process';
export { openWire } from './open-wire';
