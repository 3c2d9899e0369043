export { Callout } from './Callout';
export { FoldGlyph } from './FoldGlyph';
export { Miniature } from './Miniature';
export { SentenceList } from './SentenceList';
export { Travellers } from './Travellers';
export { Player } from './Player';
export { Breaks } from './Breaks';
export { PlayheadAddress } from './PlayheadAddress';
