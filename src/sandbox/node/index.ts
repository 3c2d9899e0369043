export { createNodeRealmHost, type NodeRealmHost } from './node-realm-host';
