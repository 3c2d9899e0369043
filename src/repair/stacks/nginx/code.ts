import type { Exchange } from '@/scenario/result';
import { ConfigError } from '@/servers/nginx/config/config-error';
import { readConfig } from '@/servers/nginx/config/read-config';
import type { Directive } from '@/servers/nginx/config/read-directives';
import { placeInForce } from '@/servers/nginx/place-in-force';

/** A block of the configuration, or all of it. */
export interface Block {
  directives: readonly Directive[];
  /** What opens it; null for the whole text. */
  head: Directive | null;
  /** Offsets of what is inside. */
  inside: { start: number; end: number };
}

/** A configuration, and what of it was in force for one answer. */
export interface NginxCode {
  text: string;
  root: Block;
  /** From the innermost block that was in force outwards. */
  levels: readonly Block[];
}

/**
 * @returns null where nginx would not start with it, or had not answered: it was stopped at a pattern that it would try for
 * ever, and nobody stops who tries it here
 */
export function readNginx(text: string, { kind, method, url, requestHeaders, status }: Exchange): NginxCode | null {
  if (status === 0) return null;
  try {
    const config = readConfig(text, () => true);
    const root: Block = { directives: config.directives, head: null, inside: { start: 0, end: text.length } };
    const place = placeInForce(config, { kind, method, url, headers: requestHeaders, body: null }, status);
    const levels = place && pathTo(root, place.directives);
    return levels && { text, root, levels };
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

function pathTo(block: Block, wanted: readonly Directive[]): Block[] | null {
  if (block.directives === wanted) return [block];
  for (const head of block.directives) {
    if (!head.block || !head.inside) continue;
    const path = pathTo({ directives: head.block, head, inside: head.inside }, wanted);
    if (path) return [...path, block];
  }
  return null;
}

/** Every directive of that name, wherever it stands. */
export function directivesOf({ root }: NginxCode, name: string): Directive[] {
  const inside = (directives: readonly Directive[]): Directive[] =>
    directives.flatMap((directive) => [
      ...(directive.name === name && directive.context !== 'map' ? [directive] : []),
      ...inside(directive.block ?? []),
    ]);
  return inside(root.directives);
}

/** The `add_header` directives of a block that set this header. */
export function settersIn({ directives }: Pick<Block, 'directives'>, header: string): Directive[] {
  return directives.filter(
    ({ name, args }) => name === 'add_header' && args[0]!.toLowerCase() === header.toLowerCase(),
  );
}

/** What set the header of this answer. */
export function settersAt(code: NginxCode, name: string, { source }: Exchange): Directive[] {
  const lines = (source?.headers ?? [])
    .filter((header) => header.name.toLowerCase() === name.toLowerCase())
    .map(({ line }) => line);
  return settersIn({ directives: directivesOf(code, 'add_header') }, name).filter(({ line }) => lines.includes(line));
}

/** The level whose directives of that name count: one that has any inherits none. */
export function ownerOf({ levels }: NginxCode, name: string): Block | undefined {
  return levels.find(({ directives }) => directives.some((directive) => directive.name === name));
}

/** The location that answered, then its server: where headers are written that hold for all of it. */
export function homesOf({ levels }: NginxCode): { block: Block; how: string }[] {
  const location = levels.find(({ head }) => head?.name === 'location');
  const server = serverOf(levels);
  return [
    ...(location ? [{ block: location, how: 'in this location' }] : []),
    ...(server ? [{ block: server, how: 'for the whole server' }] : []),
  ];
}

/** A snippet from inside of a server is one. */
function serverOf(levels: readonly Block[]): Block | undefined {
  const named = levels.find(({ head }) => head?.name === 'server');
  if (named) return named;
  const root = levels.at(-1)!;
  return root.directives.some(({ context }) => context === 'server') ? root : undefined;
}
