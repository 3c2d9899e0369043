export type { ExtraTab } from './Inspector';
export { InspectorWhenSeen as Inspector } from './InspectorWhenSeen';
export { focusOf } from './focus-of';
export { Questions } from './Questions';
