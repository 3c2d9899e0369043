export { ReviewPanel } from './ReviewPanel';
export { reviewNow } from './run-review';
