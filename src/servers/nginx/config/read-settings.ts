import { includesClient } from './client-address';
import { ConfigError } from './config-error';
import type { Directive } from './read-directives';
import type { AccessRule, AddedHeader, ErrorPage, SetHeader, Settings } from './settings';
import { mimeTypesOf, readSize, readTypes } from './simple-values';
import { toValue, type Value } from './values';

/** Settings that are lists: one of its own in a block puts the outer block's list away as a whole. */
interface Lists {
  addHeaders: AddedHeader[];
  errorPages: ErrorPage[];
  access: AccessRule[];
  proxySetHeaders: SetHeader[];
  proxyHide: string[];
  proxyPassHeaders: string[];
  proxyRedirect: { from: Value; to: Value }[];
}

/** What the directives of one block set, over what the block around it has. */
export function readSettings(directives: readonly Directive[], outer: Settings): Settings {
  const own: Partial<Settings> = {};
  const lists: Partial<Lists> = {};
  const add = <Name extends keyof Lists>(name: Name, ...items: Lists[Name]): void => {
    lists[name] = [...(lists[name] ?? []), ...items] as Lists[Name];
  };
  for (const directive of directives) readSetting(directive, own, add);
  if (own.proxyRedirect !== undefined) delete lists.proxyRedirect;
  return { ...outer, ...own, ...lists };
}

type Add = <Name extends keyof Lists>(name: Name, ...items: Lists[Name]) => void;
type Own = { -readonly [Name in keyof Settings]?: Settings[Name] };

function readSetting(directive: Directive, own: Own, add: Add): void {
  const { name, args, line, endLine, block } = directive;
  const first = args[0] ?? '';
  const value = () => toValue(args[1] ?? '', endLine);
  switch (name) {
    case 'add_header':
      if (args[2] !== undefined && args[2] !== 'always') throw invalidParameter(args[2], endLine);
      return add('addHeaders', { name: first, value: value(), always: args[2] === 'always', line });
    case 'expires': {
      const modified = args.length === 2;
      if (modified && first !== 'modified') throw new ConfigError('invalid value "' + first + '"', endLine);
      own.expires = { time: readExpires(args.at(-1)!, endLine), modified, line };
      return;
    }
    case 'error_page':
      return add('errorPages', ...readErrorPages(args, line, endLine));
    case 'default_type':
      own.defaultType = first;
      return;
    case 'types':
      own.types = { ...own.types, ...readTypes(block ?? []) };
      return;
    case 'include':
      own.types = { ...own.types, ...mimeTypesOf(directive) };
      return;
    case 'charset':
      own.charset = first;
      return;
    case 'client_max_body_size':
      own.maxBodySize = readSize(directive);
      return;
    case 'resolver':
      own.hasResolver = true;
      return;
    case 'auth_basic':
      own.realm = { text: toValue(first, endLine), line };
      return;
    case 'auth_basic_user_file':
      own.userFile = true;
      return;
    case 'allow':
    case 'deny':
      return add('access', { allows: name === 'allow', isClient: includesClient(first, endLine), line });
    case 'satisfy':
      own.satisfyAny = oneOf(directive, ['all', 'any']) === 'any';
      return;
    case 'proxy_set_header':
      return add('proxySetHeaders', { name: first, value: value() });
    case 'proxy_hide_header':
      return add('proxyHide', first.toLowerCase());
    case 'proxy_pass_header':
      return add('proxyPassHeaders', first.toLowerCase());
    case 'proxy_redirect':
      if (args.length === 1 && first !== 'off' && first !== 'default') throw invalidParameter(first, endLine);
      if (first === 'off') own.proxyRedirect = [];
      else if (first === 'default') own.proxyRedirect = undefined;
      else add('proxyRedirect', { from: toValue(first, endLine), to: value() });
      return;
    case 'server_tokens':
      own.serverTokens = oneOf(directive, ['on', 'off', 'build']) !== 'off';
      return;
    default: {
      const flag = FLAGS[name];
      if (flag) own[flag] = oneOf(directive, ['on', 'off']) === 'on';
    }
  }
}

type FlagName =
  | 'recursiveErrorPages'
  | 'absoluteRedirect'
  | 'portInRedirect'
  | 'serverNameInRedirect'
  | 'proxyInterceptErrors'
  | 'underscoresInHeaders'
  | 'ignoreInvalidHeaders';

const FLAGS: Readonly<Record<string, FlagName>> = {
  recursive_error_pages: 'recursiveErrorPages',
  absolute_redirect: 'absoluteRedirect',
  port_in_redirect: 'portInRedirect',
  server_name_in_redirect: 'serverNameInRedirect',
  proxy_intercept_errors: 'proxyInterceptErrors',
  underscores_in_headers: 'underscoresInHeaders',
  ignore_invalid_headers: 'ignoreInvalidHeaders',
};

function oneOf<Word extends string>({ name, args, endLine }: Directive, words: readonly Word[]): Word {
  const found = words.find((word) => word === args[0]);
  if (found) return found;
  if (words.some((word) => word === 'on')) {
    throw new ConfigError(`invalid value "${args[0]}" in "${name}" directive, it must be "on" or "off"`, endLine);
  }
  throw new ConfigError(`invalid value "${args[0]}"`, endLine);
}

function invalidParameter(text: string, line: number): ConfigError {
  return new ConfigError(`invalid parameter "${text}"`, line);
}

function readExpires(text: string, line: number): string {
  if (/^(?:off|epoch|max|[-+]?\d+(?:ms|[smhdwMy])?|@\d.*)$/.test(text) || text.startsWith('$')) return text;
  throw new ConfigError(`invalid value "${text}"`, line);
}

/** `error_page 404 405 =200 /somewhere` */
function readErrorPages(args: readonly string[], line: number, endLine: number): ErrorPage[] {
  const target = toValue(args.at(-1)!, endLine);
  const before = args.slice(0, -1);
  const equals = before.at(-1)!.startsWith('=') ? before.pop()! : undefined;
  if (equals !== undefined && !/^=\d*$/.test(equals)) throw new ConfigError(`invalid value "${equals}"`, endLine);
  if (before.length === 0) throw new ConfigError(`invalid value "${equals ?? ''}"`, endLine);
  return before.map((text) => {
    const status = Number(text);
    if (!/^\d+$/.test(text)) throw new ConfigError(`invalid value "${text}"`, endLine);
    if (status === 499 || status < 300 || status > 599) {
      throw new ConfigError(
        status === 499 ? 'value "499" must be between 300 and 599' : `value "${text}" must be between 300 and 599`,
        endLine,
      );
    }
    return { status, target, line, ...(equals === undefined ? {} : { overwrite: Number(equals.slice(1)) }) };
  });
}
