export { createPageRealmHost, type PageRealmHost } from './page-realm-host';
export type { PythonState } from './python-state';
