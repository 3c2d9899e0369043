export { type ExtraTab, Inspector } from './Inspector';
export { Questions } from './Questions';
export { focusOf } from './WhyPanel';
