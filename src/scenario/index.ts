export type * from './document';
export type * from './result';
export { errorLine, parseScenario, parseScenarioText, type ParsedScenario, type ScenarioError } from './parse';
export { defaultPreset, presets, type Preset } from './presets';
export { decodeScenario, encodeScenario } from './share';
