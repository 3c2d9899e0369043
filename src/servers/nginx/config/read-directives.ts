import { ConfigError } from './config-error';
import { complaint, contextInside, type Context } from './directives';
import { readStatements, type Extent, type Statement } from './statements';

/** A directive that may stand where it stands. */
export interface Directive {
  name: string;
  args: string[];
  /** 1-based: where it begins, and the line that nginx's messages about it name. */
  line: number;
  endLine: number;
  context: Context;
  /** Where its name and its arguments stand, with their quotes, and all of it, with its block. */
  extents: readonly Extent[];
  extent: Extent;
  /** What a block holds; pairs of words for `map` and `types`. */
  block?: Directive[];
  /** What is between the braces. */
  inside?: Extent;
}

export interface ReadConfig {
  /** What the file itself is: all of nginx.conf, what is included in its `http`, or in a `server`. */
  context: 'main' | 'http' | 'server';
  directives: Directive[];
}

/** @throws ConfigError with the first thing that is wrong */
export function readDirectives(text: string): ReadConfig {
  const statements = readStatements(text);
  const context = contextOf(text);
  return { context, directives: readBlock(statements, context, lastLine(text), 0).directives };
}

/** Blocks within blocks, more than any configuration has: what reads them calls itself for each. */
const DEEPEST = 100;

function readBlock(
  statements: Generator<Statement>,
  context: Context,
  lastLineOfFile: number,
  depth: number,
): { directives: Directive[]; end: Extent } {
  const isFile = depth === 0;
  const directives: Directive[] = [];
  // Not for…of: that would end the generator for the block around this one.
  for (let next = statements.next(); !next.done; next = statements.next()) {
    const { words, extents, extent, end, line, endLine } = next.value;
    if (end === '}') {
      if (isFile) throw new ConfigError('unexpected "}"', endLine);
      return { directives, end: extent };
    }
    const [name = '', ...args] = words;
    // Their entries have no names of their own.
    const isTable = context === 'map' || context === 'types';
    const problem = isTable ? tableComplaint(words, end, context) : complaint(words, context, end);
    if (problem !== undefined) throw new ConfigError(problem, endLine);
    const directive: Directive = { name, args, line, endLine, context, extents, extent };
    if (end === '{') {
      if (depth >= DEEPEST) throw new ConfigError(`more than ${DEEPEST} blocks within one another`, endLine);
      const block = readBlock(statements, contextInside(name, context), lastLineOfFile, depth + 1);
      directive.block = block.directives;
      directive.inside = { start: extent.end, end: block.end.start };
      directive.extent = { start: extent.start, end: block.end.end };
    }
    directives.push(directive);
  }
  if (!isFile) throw new ConfigError('unexpected end of file, expecting "}"', lastLineOfFile);
  return { directives, end: { start: 0, end: 0 } };
}

function tableComplaint(words: readonly string[], end: ';' | '{' | '}', context: Context): string | undefined {
  if (end === '{') return 'unexpected "{"';
  const isAlone = words.length === 1 && (words[0] === 'hostnames' || words[0] === 'volatile');
  if (context === 'map' && words.length !== 2 && !isAlone) return 'invalid number of the map parameters';
  if (context === 'types' && words.length < 2) return `invalid number of arguments in "${words[0]}" directive`;
  return undefined;
}

/** Snippets are pasted from inside a server as often as from inside http: their outermost names tell which. */
function contextOf(text: string): ReadConfig['context'] {
  const outermost = new Set<string>();
  let depth = 0;
  try {
    for (const { words, end } of readStatements(text)) {
      if (depth === 0 && words[0] !== undefined) outermost.add(words[0]);
      if (end === '{') depth += 1;
      if (end === '}') depth -= 1;
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
  }
  if (outermost.has('http')) return 'main';
  if (outermost.has('server') || outermost.size === 0) return 'http';
  const inServer = [
    'location',
    'return',
    'rewrite',
    'if',
    'set',
    'listen',
    'server_name',
    'try_files',
    'add_header',
    'error_page',
  ];
  return inServer.some((name) => outermost.has(name)) ? 'server' : 'http';
}

function lastLine(text: string): number {
  return text.split('\n').length;
}
