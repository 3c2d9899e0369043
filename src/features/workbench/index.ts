export { FrontendPane } from './FrontendPane';
export { Head } from './head/Head';
export { ServerPane } from './server/ServerPane';
