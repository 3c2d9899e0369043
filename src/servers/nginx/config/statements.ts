import { ConfigError } from './config-error';

/** Offsets into the text. */
export interface Extent {
  start: number;
  end: number;
}

/** A directive up to what ends it, or the end of a block. */
export interface Statement {
  /** The directive's name and its arguments; empty where a block ends. */
  words: string[];
  /** Where each word stands, with its quotes. */
  extents: Extent[];
  /** Where all of it stands, with what ends it. */
  extent: Extent;
  /** What ends it: a semicolon, the beginning of a block, or it is the end of one. */
  end: ';' | '{' | '}';
  /** 1-based: where it begins, and where it ends, which is the line nginx's own messages name. */
  line: number;
  endLine: number;
}

const SPACE = /[ \t\r\n]/;
const ESCAPES: Record<string, string> = { t: '\t', r: '\r', n: '\n', '"': '"', "'": "'", '\\': '\\' };

/**
 * The statements of a configuration, one after another, as nginx reads them: a word ends at white space, a semicolon or a
 * brace, quotes hold it together, `${` is no block, and a `#` begins a comment only where a word could begin.
 */
export function* readStatements(text: string): Generator<Statement> {
  let at = 0;
  let line = 1;
  let words: string[] = [];
  let extents: Extent[] = [];
  let startLine = 1;

  const next = (): string => {
    const character = text[at++] ?? '';
    if (character === '\n') line += 1;
    return character;
  };
  const skipSpace = (): void => {
    while (at < text.length) {
      if (SPACE.test(text[at]!)) next();
      else if (text[at] === '#') while (at < text.length && text[at] !== '\n') next();
      else return;
    }
  };
  const unexpected = (what: string): ConfigError => new ConfigError(`unexpected "${what}"`, line);
  const endOfFile = (): ConfigError => new ConfigError('unexpected end of file, expecting ";" or "}"', line);

  const readQuoted = (quote: string): string => {
    next();
    const from = at;
    while (text[at] !== quote) {
      if (at >= text.length) throw endOfFile();
      if (next() === '\\') next();
    }
    const word = unescaped(text.slice(from, at));
    next();
    // A parenthesis may follow, so that `if ($a = "b")` can be read; it begins a word of its own.
    if (at < text.length && !SPACE.test(text[at]!) && !/[;{)]/.test(text[at]!)) throw unexpected(text[at]!);
    return word;
  };
  const readBare = (): string => {
    const from = at;
    while (at < text.length && !SPACE.test(text[at]!) && text[at] !== ';') {
      if (text[at] === '{' && text[at - 1] !== '$') break;
      if (next() === '\\') next();
    }
    if (at >= text.length) throw endOfFile();
    return unescaped(text.slice(from, at));
  };

  for (;;) {
    skipSpace();
    const character = text[at];
    if (character === undefined) {
      if (words.length > 0) throw endOfFile();
      return;
    }
    if (character === '}') {
      if (words.length > 0) throw unexpected('}');
      next();
      yield { words: [], extents: [], extent: { start: at - 1, end: at }, end: '}', line, endLine: line };
    } else if (character === ';' || character === '{') {
      if (words.length === 0) throw unexpected(character);
      next();
      const extent = { start: extents[0]!.start, end: at };
      yield { words, extents, extent, end: character, line: startLine, endLine: line };
      words = [];
      extents = [];
    } else {
      if (words.length === 0) startLine = line;
      const start = at;
      words.push(character === '"' || character === "'" ? readQuoted(character) : readBare());
      extents.push({ start, end: at });
    }
  }
}

function unescaped(word: string): string {
  return word.replace(/\\(["'\\trn])/g, (_, character: string) => ESCAPES[character]!);
}
