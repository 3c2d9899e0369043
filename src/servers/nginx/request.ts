import type { HeaderList, HttpRequest } from '@/engine';
import type { NginxConfig, Place, ServerBlock } from './config/config';
import type { Settings } from './config/settings';
import type { WireAnswer } from '@/realm';
import type { RequestLine } from './request-line';

/** How often a request may go to another location before nginx gives up. */
const MOST_CHANGES = 10;

/** A request on its way through the phases. */
export class NginxRequest {
  method: string;
  uri: string;
  args: string;
  /** With the headers that were read, and no others. */
  readonly http: HttpRequest;
  /** What is in force: of the server, then of a location, then of an `if` in it. */
  place: Place;
  /** Where a location with a handler was chosen, whatever `if` puts in force afterwards. */
  handler: Place | undefined;
  /** The path is still as it was asked for, and still what the location was chosen by. */
  isUntouched = true;
  isOfLocation = true;
  isChanged = false;
  isInternal = false;
  hasErrorPage = false;
  /** The status in place of that of the answer; 0 for none. */
  errorStatus = 0;
  captures: readonly (string | undefined)[] = [];
  readonly variables = new Map<string, string>();
  /** Headers of the answer that have a place of their own, once they are known. */
  ownHeaders: HeaderList = [];
  /** Headers of the answer, besides those that have a place of their own; `line` is where each was written. */
  readonly headers: { name: string; value: string; line?: number }[] = [];
  upstream: { answer: WireAnswer & { ok: true }; address: string } | undefined;
  upstreamHost = '';
  private changesLeft = MOST_CHANGES + 1;

  constructor(
    http: HttpRequest,
    readonly line: RequestLine,
    readonly config: NginxConfig,
    readonly server: ServerBlock,
    /** Simulated milliseconds since the run began. */
    readonly now: number,
  ) {
    this.method = line.method;
    this.uri = line.uri;
    this.args = line.args;
    this.place = server.place;
    this.http = line.isRead
      ? { ...http, headers: http.headers.filter(([name]) => isReadable(name, server.place.settings)) }
      : { ...http, headers: [], body: null };
  }

  /** A header of the request; '' where there is none. */
  header(name: string): string {
    return headerOf(this.http.headers, name);
  }

  /** @returns false where it has been changed too often */
  countChange(): boolean {
    this.changesLeft -= 1;
    return this.changesLeft > 0;
  }

  /** What a regular expression found: `$1` and the names of its groups, until the next one finds something. */
  keep(match: RegExpExecArray): void {
    this.captures = [...match];
    for (const [name, text] of Object.entries(match.groups ?? {})) this.variables.set(name.toLowerCase(), text ?? '');
  }

  takeUri(uri: string, args: string): void {
    this.uri = uri;
    this.args = args;
    this.isInternal = true;
    this.isUntouched = false;
  }
}

/** Several lines are one, as nginx has it. */
export function headerOf(list: HeaderList, name: string): string {
  return list
    .filter(([each]) => each.toLowerCase() === name)
    .map(([, value]) => value)
    .join(name === 'cookie' ? '; ' : ', ');
}

/** Other names are invalid to nginx, though HTTP has them: it leaves such a header out. */
function isReadable(name: string, { underscoresInHeaders, ignoreInvalidHeaders }: Settings): boolean {
  return !ignoreInvalidHeaders || (underscoresInHeaders ? /^[\w-]+$/ : /^[a-z\d-]+$/i).test(name);
}

/** A decoded path as it is written on the wire. A pattern may have cut a character in half: that half is no text. */
export function encodedPath(path: string): string {
  return encodeURI(path.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23');
}

/** `path?query`, in two. */
export function splitArgs(text: string): [path: string, args: string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
