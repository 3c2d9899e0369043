export { Fixes } from './Fixes';
