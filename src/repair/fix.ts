import type { Sentence } from '@/explain';
import type { Scenario } from '@/scenario/document';

/** Whose the change is. */
export type Place = 'server' | 'page' | 'both';

/**
 * What a change opens, from harmless to dangerous. The order is the order of safety.
 * `nothing`: nobody may more than before. `name`: one more method or header. `origin`: this one origin. `credentials`: it reads
 * what the user may read. `everyone`: any site, without cookies. `unsafe`: whoever can have the origin "null", or any
 * site, with the user's cookies.
 */
export const OPENINGS = ['nothing', 'name', 'origin', 'credentials', 'everyone', 'unsafe'] as const;
export type Opening = (typeof OPENINGS)[number];

/** What the page's code misspells. The server that is meant knows it by its name: it has nothing to change. */
export interface Slip {
  of: 'method' | 'path' | 'header' | 'address';
  /** "PATCH", "/users", "X-Trace", "https://api.example.com/users" */
  meant: string;
}

/** One change, as part of a fix. */
export interface Step {
  /** In plain words, as an order: "Allow the method PUT". */
  title: string;
  place: Place;
  opening: Opening;
  /** What it opens, in a sentence. */
  opens: string;
  /** Something new where something that is there may do: only for want of better. */
  isFallback?: boolean;
  /** The change puts it right. */
  slip?: Slip;
}

/** A change of the scenario that has been run: the request passes. */
export interface Fix {
  /** Of all its steps. */
  title: string;
  place: Place;
  opening: Opening;
  opens: string;
  /** Status of the answer that the code then gets; null where it is not told. */
  answer: number | null;
  steps: readonly Step[];
  diffs: readonly Diff[];
  /** The whole document, changed. */
  scenario: Scenario;
}

/** What changes in one editor. */
export interface Diff {
  /** null: the page's own code. */
  server: number | null;
  /** "server", "page", or the server's host where there are several. */
  name: string;
  /** 1-based first line that changes, in the text as it is; null: no text with lines. */
  line: number | null;
  lines: readonly DiffLine[];
}

export interface DiffLine {
  sign: '+' | '-' | ' ';
  /** Pieces of the line; what is not in its partner is marked. */
  pieces: readonly { text: string; changed: boolean }[];
}

/** What can be done about one request. */
export interface Repair {
  /** Safest first, then smallest. */
  fixes: readonly Fix[];
  /** What to know beside them: where the cause lies, or why no server can help. From the run. null: nothing. */
  note: Sentence | null;
}
