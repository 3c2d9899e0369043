/** Two runs beside one another, and where they part. Loaded on demand. */

export { compareRuns, type ComparedStops, type Comparison, type Side } from './compare-runs';
export type { ComparedLine, Stretch } from './words';
