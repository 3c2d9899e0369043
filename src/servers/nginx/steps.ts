import type { Place } from './config/config';

/** What a phase has come to. Lines are 1-based, of the directive that decided. */
export type Step =
  /** An answer of nginx's own making; `error_page` may have something in its place. */
  | OwnAnswer<'status'>
  /** The same, where nothing can take its place any more. */
  | OwnAnswer<'answer'>
  | { type: 'text'; status: number; text: string; line: number }
  /** Another server is asked. */
  | { type: 'proxy'; place: Place }
  /** To another path, or to a named location, without the client's knowing. */
  | { type: 'redirect'; uri: string; args: string }
  | { type: 'named'; name: string };

interface OwnAnswer<Type extends string> {
  type: Type;
  status: number;
  /** Where a redirect leads. */
  location?: string;
  line?: number;
  /** For the error log. */
  why?: string;
}
