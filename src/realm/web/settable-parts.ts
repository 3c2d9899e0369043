/** The parts of a URL that can be set. */
export const SETTABLE = [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
export type Settable = (typeof SETTABLE)[number];
