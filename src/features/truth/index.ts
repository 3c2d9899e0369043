export { TruthPage } from './TruthPage';
