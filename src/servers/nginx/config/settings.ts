import { constantOf, type Value } from './values';

export interface AddedHeader {
  name: string;
  value: Value;
  /** Also on answers of other statuses than those of success and redirection. */
  always: boolean;
  line: number;
}

export interface ErrorPage {
  status: number;
  /** Left out: the status that led here. 0: the status of the answer. */
  overwrite?: number;
  target: Value;
  line: number;
}

export interface AccessRule {
  allows: boolean;
  /** Whether the client's address is one of those it names. */
  isClient: boolean;
  line: number;
}

export interface SetHeader {
  name: string;
  value: Value;
}

/** What a place of the configuration passes on to the blocks inside it, unless these say something of their own. */
export interface Settings {
  addHeaders: readonly AddedHeader[];
  expires: { time: string; modified: boolean; line: number } | undefined;
  errorPages: readonly ErrorPage[];
  recursiveErrorPages: boolean;
  defaultType: string;
  /** By extension, without the dot. */
  types: Readonly<Record<string, string>>;
  charset: string;
  /** Names in variables can be looked up. */
  hasResolver: boolean;
  /** Bytes; 0 for no limit. */
  maxBodySize: number;
  serverTokens: boolean;
  absoluteRedirect: boolean;
  portInRedirect: boolean;
  serverNameInRedirect: boolean;
  underscoresInHeaders: boolean;
  ignoreInvalidHeaders: boolean;
  realm: { text: Value; line: number } | undefined;
  /** Whether there is a file of users. */
  userFile: boolean;
  access: readonly AccessRule[];
  satisfyAny: boolean;
  proxySetHeaders: readonly SetHeader[];
  /** Lower-case. */
  proxyHide: readonly string[];
  proxyPassHeaders: readonly string[];
  proxyInterceptErrors: boolean;
  /** undefined: `default`. */
  proxyRedirect: readonly { from: Value; to: Value }[] | undefined;
}

export const INITIAL: Settings = {
  addHeaders: [],
  expires: undefined,
  errorPages: [],
  recursiveErrorPages: false,
  defaultType: 'text/plain',
  types: { html: 'text/html', gif: 'image/gif', jpg: 'image/jpeg' },
  charset: 'off',
  hasResolver: false,
  maxBodySize: 1024 * 1024,
  serverTokens: true,
  absoluteRedirect: true,
  portInRedirect: true,
  serverNameInRedirect: false,
  underscoresInHeaders: false,
  ignoreInvalidHeaders: true,
  realm: undefined,
  userFile: false,
  access: [],
  satisfyAny: false,
  proxySetHeaders: [],
  proxyHide: [],
  proxyPassHeaders: [],
  proxyInterceptErrors: false,
  proxyRedirect: undefined,
};

/** `auth_basic off` switches off what an outer block asks for. */
export function asksForPassword({ realm }: Settings): boolean {
  return realm !== undefined && constantOf(realm.text) !== 'off';
}
