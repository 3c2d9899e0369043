import type { SimulationResult } from '../result';

/** Of a run in which nothing was asked. */
export const emptyResult = (): SimulationResult => ({
  version: 1,
  requests: [],
  exchanges: [],
  console: [],
  cookies: [],
  serverLog: [],
  events: [],
});
