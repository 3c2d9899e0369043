export { Inspector } from './Inspector';
export { Questions } from './Questions';
export { focusOf } from './WhyPanel';
