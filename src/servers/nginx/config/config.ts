import type { Directive } from './read-directives';
import type { Settings } from './settings';
import type { Value } from './values';

/** A configuration that has been read: what is in force where. */
export interface NginxConfig {
  /** As they were written. */
  directives: readonly Directive[];
  servers: readonly ServerBlock[];
  /** By the variable they give, without the dollar. */
  maps: ReadonlyMap<string, MapBlock>;
  upstreams: ReadonlyMap<string, Upstream>;
}

export interface ServerBlock {
  listens: readonly { port: number; isDefault: boolean }[];
  names: readonly ServerName[];
  place: Place;
  locations: readonly LocationBlock[];
}

export interface ServerName {
  /** In lower case, as written; with its tilde where it is a regular expression. */
  text: string;
  pattern?: RegExp;
}

export interface LocationBlock {
  kind: 'prefix' | 'preferred' | 'exact' | 'regex' | 'named';
  /** A path, the source of a regular expression, or `@name`. */
  name: string;
  pattern?: RegExp;
  place: Place;
  locations: readonly LocationBlock[];
}

/** What is in force while a request is in one server, location, `if` of a location, or `limit_except`. */
export interface Place {
  /** What its block holds, as it was written. */
  directives: readonly Directive[];
  settings: Settings;
  /** Of the rewrite module, in the order they were written. */
  codes: readonly Code[];
  proxyPass?: ProxyPass;
  tryFiles?: { targets: readonly Value[]; line: number };
  isInternal: boolean;
  limitExcept?: { methods: ReadonlySet<string>; place: Place };
}

export type Code =
  | { type: 'set'; name: string; value: Value }
  | { type: 'if'; condition: Condition; codes: readonly Code[]; place?: Place }
  | { type: 'return'; status: number; value?: Value; line: number }
  | {
      type: 'rewrite';
      pattern: RegExp;
      replacement: Value;
      /** Whether the request's own query follows. */
      keepsArgs: boolean;
      flag: 'go on' | 'last' | 'break' | 'redirect' | 'permanent';
      line: number;
    }
  | { type: 'break' };

export type Condition =
  | { type: 'is set'; variable: string }
  | { type: 'equals'; variable: string; value: Value; isNot: boolean }
  | { type: 'matches'; variable: string; pattern: RegExp; isNot: boolean }
  /** There are no files: only the negated questions are true. */
  | { type: 'file'; isNot: boolean };

export interface ProxyPass {
  url: Value;
  /** The path of the location, which the URL's own path takes the place of; undefined where the path is passed on. */
  replaces?: string;
  /** Scheme and host, as in `$proxy_host`; undefined where variables decide. */
  target?: { scheme: string; host: string; path: string };
  line: number;
}

export interface MapBlock {
  source: Value;
  isHostnames: boolean;
  exact: ReadonlyMap<string, Value>;
  patterns: readonly { pattern: RegExp; value: Value }[];
  fallback: Value;
}

export interface Upstream {
  /** `host:port`, in turn. */
  servers: readonly string[];
}
