export { narrate, type Narrated } from './narrate';
export { describeReason } from './reasons';
export { saidCauses } from './causes';
