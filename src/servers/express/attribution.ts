/** Which line of the user's code set each header of a response, and ended it. */

import type { RealmContext } from '@/realm/runtime';

/** A line to which all that happens to a response is put down, whoever is on the stack; undefined: to no line. */
interface Standing {
  line: number | undefined;
}

export class Attribution {
  private readonly headers = new Map<string, { name: string; line: number }>();
  private standing: Standing | null = null;
  private end: number | undefined;

  constructor(private readonly positions: RealmContext['positions']) {}

  /** Puts down to `line` what follows, until `release`. */
  hold(line: number | undefined): void {
    this.standing = { line };
  }

  release(): void {
    this.standing = null;
  }

  headerSet(name: string): void {
    const line = this.here();
    if (line === undefined) this.headers.delete(name.toLowerCase());
    else this.headers.set(name.toLowerCase(), { name, line });
  }

  ended(): void {
    this.end = this.here();
  }

  /** As an answer carries it. `sent`: the names of the headers that were sent. */
  lines(sent: readonly string[]): { line?: number; headerLines?: { name: string; line: number }[] } {
    const names = new Set(sent.map((name) => name.toLowerCase()));
    const headerLines = [...this.headers].filter(([name]) => names.has(name)).map(([, header]) => header);
    return {
      ...(this.end === undefined ? {} : { line: this.end }),
      ...(headerLines.length > 0 ? { headerLines } : {}),
    };
  }

  private here(): number | undefined {
    return this.standing ? this.standing.line : this.positions.current();
  }
}

const attributions = new WeakMap<object, Attribution>();

export function attribute(response: object, attribution: Attribution): void {
  attributions.set(response, attribution);
}

export function attributionOf(response: object): Attribution | undefined {
  return attributions.get(response);
}

type Next = (error?: unknown) => void;
type Middleware = (request: never, response: object, next: Next) => unknown;

/** Puts what a library's middleware does down to the line where the user's code made it. */
export function madeAt(line: number | undefined, middleware: Middleware): Middleware {
  return Object.defineProperty(
    (request: never, response: object, next: Next): unknown => {
      const attribution = attributionOf(response);
      attribution?.hold(line);
      return middleware(request, response, (error) => {
        attribution?.release();
        next(error);
      });
    },
    'name',
    { value: middleware.name },
  );
}
