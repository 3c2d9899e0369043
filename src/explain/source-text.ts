/** Comments, texts and regular expressions of JavaScript: what may hold brackets and words that are none. */
const OPAQUE =
  /\/\/.*|\/\*[^]*?(?:\*\/|$)|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|(?<=[=(,:[!&|?{};]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\//g;

/** An object that has a name: the calls that are given it are made of its lines too. */
const NAMED = /^\s*(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*(?::[^=]*)?=\s*(?:[{[]|new\s+(?:Request|Headers)\b)/;

/** A line, 1-based, and the piece of it that says what was looked for. */
export interface Found {
  line: number;
  piece: string;
}

/**
 * JavaScript, for the line on which a part of a call stands: a run knows the line of the call alone. Only text is read, no
 * grammar, so that it is there at once and half-written code has its lines too.
 */
export class SourceText {
  /** Without comments. */
  private readonly lines: readonly string[];
  /** Without comments, texts and regular expressions. */
  private readonly bare: readonly string[];
  private readonly named: ReadonlyMap<string, number>;

  constructor(code: string) {
    this.lines = code.replace(OPAQUE, (piece) => (/^\/[/*]/.test(piece) ? blank(piece) : piece)).split('\n');
    this.bare = code.replace(OPAQUE, blank).split('\n');
    this.named = new Map(
      this.bare.flatMap((line, at) => {
        const name = NAMED.exec(line)?.[1];
        return name === undefined ? [] : [[name, at] as const];
      }),
    );
  }

  /**
   * Where a part of the call on line `from` is said: in the call itself, in an object that it takes by name, or before
   * the `send()` of an XMLHttpRequest. Lines are 1-based.
   */
  find(part: RegExp, from: number): Found | undefined {
    const starts = [from - 1];
    for (const start of starts) {
      const end = this.endOf(start);
      const found = this.lines.slice(start, end).findIndex((line) => part.test(line));
      if (found !== -1) return this.at(start + found, part);
      for (const word of this.bare
        .slice(start, end)
        .join('\n')
        .match(/[\w$]+/g) ?? []) {
        const named = this.named.get(word);
        if (named !== undefined && !starts.includes(named)) starts.push(named);
      }
    }
    return this.findBefore(part, from);
  }

  /** Does the line call something of that name? */
  calls(name: RegExp, line: number): boolean {
    return name.test(this.bare[line - 1] ?? '');
  }

  private findBefore(part: RegExp, from: number): Found | undefined {
    const request = /([\w$]+)\.send\(/.exec(this.bare[from - 1] ?? '')?.[1];
    if (request === undefined) return undefined;
    const found = this.lines.slice(0, from).findLastIndex((line) => line.includes(`${request}.`) && part.test(line));
    return found === -1 ? undefined : this.at(found, part);
  }

  private at(index: number, part: RegExp): Found {
    return { line: index + 1, piece: part.exec(this.lines[index]!)![0] };
  }

  /** Behind the last line of what begins on a line: where every bracket that was opened is closed. */
  private endOf(start: number): number {
    let depth = 0;
    for (let at = start; at < this.bare.length; at += 1) {
      for (const bracket of this.bare[at]!.match(/[()[\]{}]/g) ?? []) depth += '([{'.includes(bracket) ? 1 : -1;
      if (depth <= 0) return at + 1;
    }
    return this.bare.length;
  }
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
