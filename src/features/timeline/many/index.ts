export { planRequests } from './plan-requests';
export { RowNames } from './RowNames';
export { RestWords } from './RestWords';
