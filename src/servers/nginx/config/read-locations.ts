import type { LocationBlock, Place } from './config';
import { ConfigError } from './config-error';
import { toRegExp } from './patterns';
import { readCodes } from './read-codes';
import type { Directive } from './read-directives';
import { readProxyPass, type Names } from './read-proxy-pass';
import { readSettings } from './read-settings';
import type { Settings } from './settings';
import { toValue } from './values';

type Kind = LocationBlock['kind'];

const KINDS: Readonly<Record<string, Kind>> = { '=': 'exact', '^~': 'preferred', '~': 'regex', '~*': 'regex' };

/** The locations of a server, or of a location. */
export function readLocations(
  directives: readonly Directive[],
  outer: Settings,
  names: Names,
  around?: LocationBlock,
): LocationBlock[] {
  const locations: LocationBlock[] = [];
  for (const directive of directives.filter(({ name }) => name === 'location')) {
    const location = readLocation(directive, outer, names, around);
    const twin = locations.find(
      ({ kind, name }) => name === location.name && likeness(kind) === likeness(location.kind),
    );
    if (twin && location.kind !== 'regex') {
      throw new ConfigError(`duplicate location "${location.name}"`, directive.line);
    }
    locations.push(location);
  }
  return locations;
}

const likeness = (kind: Kind): string => (kind === 'preferred' ? 'prefix' : kind);

function readLocation(directive: Directive, outer: Settings, names: Names, around?: LocationBlock): LocationBlock {
  const { kind, name, ignoreCase } = readHead(directive);
  if (around) checkNesting(kind, name, around, directive.line);
  const settings = readSettings(directive.block ?? [], outer);
  const pattern = kind === 'regex' ? toRegExp(name, ignoreCase, directive.line) : undefined;
  const location: LocationBlock = {
    kind,
    name,
    ...(pattern ? { pattern } : {}),
    place: readPlace(directive.block ?? [], settings, kind === 'regex' || kind === 'named' ? undefined : name, names),
    locations: [],
  };
  return { ...location, locations: readLocations(directive.block ?? [], settings, names, location) };
}

function readHead({ args, line }: Directive): { kind: Kind; name: string; ignoreCase: boolean } {
  const [first = '', second] = args;
  if (second !== undefined) {
    const kind = KINDS[first];
    if (!kind) throw new ConfigError(`invalid location modifier "${first}"`, line);
    return { kind, name: second, ignoreCase: first === '~*' };
  }
  const attached = /^(=|\^~|~\*|~)(.*)$/.exec(first);
  if (attached) return { kind: KINDS[attached[1]!]!, name: attached[2]!, ignoreCase: attached[1] === '~*' };
  return { kind: first.startsWith('@') ? 'named' : 'prefix', name: first, ignoreCase: false };
}

function checkNesting(kind: Kind, name: string, around: LocationBlock, line: number): void {
  if (around.kind === 'exact' || around.kind === 'named') {
    throw new ConfigError(`location "${name}" cannot be inside the ${around.kind} location "${around.name}"`, line);
  }
  if (kind === 'named') throw new ConfigError(`named location "${name}" can be on the server level only`, line);
  if (kind !== 'regex' && around.kind !== 'regex' && !name.startsWith(around.name)) {
    throw new ConfigError(`location "${name}" is outside location "${around.name}"`, line);
  }
}

/**
 * What is in force in a block.
 *
 * @param path of the location, where `proxy_pass` may have a path in its place
 */
export function readPlace(
  directives: readonly Directive[],
  settings: Settings,
  path: string | undefined,
  names: Names,
): Place {
  const proxyPass = readProxyPass(directives, path, names);
  const tryFiles = directives.find(({ name }) => name === 'try_files');
  const limit = directives.find(({ name }) => name === 'limit_except');
  return {
    directives,
    settings,
    codes: readCodes(directives, (block) => readPlace(block, readSettings(block, settings), undefined, names)),
    isInternal: directives.some(({ name }) => name === 'internal'),
    ...(proxyPass ? { proxyPass } : {}),
    ...(tryFiles
      ? { tryFiles: { targets: tryFiles.args.map((text) => toValue(text, tryFiles.endLine)), line: tryFiles.line } }
      : {}),
    ...(limit ? { limitExcept: readLimit(limit, settings, names) } : {}),
  };
}

const METHODS = /^(?:GET|HEAD|POST|PUT|DELETE|MKCOL|COPY|MOVE|OPTIONS|PROPFIND|PROPPATCH|LOCK|UNLOCK|PATCH)$/i;

function readLimit({ args, block = [], endLine }: Directive, outer: Settings, names: Names): Place['limitExcept'] {
  const wrong = args.find((method) => !METHODS.test(method));
  if (wrong !== undefined) throw new ConfigError(`invalid method "${wrong}"`, endLine);
  const methods = new Set(args.map((method) => method.toUpperCase()));
  if (methods.has('GET')) methods.add('HEAD');
  return { methods, place: readPlace(block, readSettings(block, outer), undefined, names) };
}
