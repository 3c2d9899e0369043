export { narrate, type Narrated } from './narrate';
export { describeReason } from './reasons';
export { type SaidCause, saidCauses } from './causes';
export { clock, moment } from './clock';
