export { Inspector } from './Inspector';
export { Questions } from './Questions';
