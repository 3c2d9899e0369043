/** A line of code that a stop of the run points at. */
export interface CodeMark {
  /** 1-based. */
  line: number;
  tone: 'blocked' | 'allowed' | 'neutral';
  /** The number of the stop: the same on the timeline, in Why and here. */
  number: number | null;
  /** A few words behind the line; may be empty. */
  text: string;
  /** What on the line decides, where that is known; empty: nothing on it does. */
  piece?: string;
}

/** The line to look at first: that of a closed gate, else of the latest stop. */
export const foremost = (marks: readonly CodeMark[]): number | undefined =>
  (marks.find(({ tone, number }) => tone === 'blocked' && number !== null) ?? marks.at(-1))?.line;

/** What went wrong in the code, at its line where that is known. */
export interface CodeProblem {
  message: string;
  /** 1-based. */
  line?: number;
  column?: number;
}

export const problemText = ({ message, line }: CodeProblem): string =>
  line === undefined ? message : `Line ${line}: ${message}`;

const literal = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g;

/**
 * The piece of a marked line to underline, as offsets: what the mark says, else the first text on the page's side, as a header's
 * name, and the last on the server's, as its value. The line as a whole is meant where it holds none.
 */
export function underlined(
  line: string,
  side: 'frontend' | 'server',
  said?: string,
): { from: number; to: number } | undefined {
  if (said === '') return undefined;
  const from = said === undefined ? -1 : line.indexOf(said);
  if (said !== undefined && from !== -1) return { from, to: from + said.length };
  const literals = [...line.matchAll(literal)];
  const piece = side === 'frontend' ? literals[0] : literals.at(-1);
  return piece && { from: piece.index, to: piece.index + piece[0].length };
}
