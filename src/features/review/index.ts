export { ReviewPanel } from './ReviewPanel';
export { reviewAtRest } from './run-review';
