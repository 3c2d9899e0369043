/** A line of code that decided, as the timeline names it. */
export interface CodeMark {
  /** 1-based. */
  line: number;
  /** The part of the line to underline, where it is found there. */
  text?: string;
  tone: 'blocked' | 'allowed' | 'note';
  /** The number of the stop that the line belongs to: the same on the timeline, in Why and here. */
  stop?: number;
  /** A few words behind the line. */
  note?: string;
}

/** What went wrong in the code, at its line where that is known. */
export interface CodeProblem {
  message: string;
  /** 1-based. */
  line?: number;
  column?: number;
}

export const problemText = ({ message, line }: CodeProblem): string =>
  line === undefined ? message : `Line ${line}: ${message}`;
