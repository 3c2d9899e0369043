export { createPageRealmHost, type PageRealmHost } from './page-realm-host';
