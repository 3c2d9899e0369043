/** What the browsers say, part by part and side by side. Loaded on demand. */

export { aboutOf, type About } from './about';
export { caughtMeans, partsOf } from './parts';
export { differenceOf, saidBy, type Difference, type Said } from './side-by-side';
export type { MessagePart } from './template';
