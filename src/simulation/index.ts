export type { SimulationEnvironment } from './contract';
export { simulate } from './simulate';
