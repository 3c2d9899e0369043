export { VerdictBar } from './VerdictBar';
