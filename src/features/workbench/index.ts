export { FrontendPane } from './FrontendPane';
export { Head } from './head/Head';
export { ServerPane } from './server/ServerPane';
export type { CodeMark } from './editor/marks';
