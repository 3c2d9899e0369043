/**
 * Recordings repeat themselves: the same origins, headers and console words in every other line. A table that is kept with
 * the recordings gives the longest of them a name of two characters, `~a`; a tilde itself is written `~~`. The table stays
 * as it is when recordings are made anew, so that a difference between two versions of a file is a difference in behaviour.
 */
export class SharedStrings {
  readonly #byCode: Map<string, string>;
  readonly #byLength: [code: string, text: string][];

  constructor(table: Record<string, string>) {
    this.#byCode = new Map(Object.entries(table));
    this.#byLength = [...this.#byCode].sort(([, one], [, other]) => other.length - one.length);
  }

  shorten(text: string): string {
    return text
      .split('~')
      .map((piece) => this.#shortenPiece(piece))
      .join('~~');
  }

  expand(text: string): string {
    return text.replace(/~(.)/gu, (_, code: string) => {
      if (code === '~') return '~';
      const shared = this.#byCode.get(code);
      if (shared === undefined) throw new Error(`No shared string has the name ~${code}`);
      return shared;
    });
  }

  #shortenPiece(text: string): string {
    for (const [code, shared] of this.#byLength) {
      const at = text.indexOf(shared);
      if (at < 0) continue;
      return `${this.#shortenPiece(text.slice(0, at))}~${code}${this.#shortenPiece(text.slice(at + shared.length))}`;
    }
    return text;
  }
}
