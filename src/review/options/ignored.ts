/** A name in the server's code that the package does not know. */
export interface Ignored {
  name: string;
  /** 1-based. */
  line: number;
}

/** What a package ignores of the code, and all the names that it knows. */
export interface Heard {
  ignored: readonly Ignored[];
  known: readonly string[];
}

/** The line that gives something that name: `name=`, `name:`, `'name':`. */
export function lineOf(name: string, code: string): number | undefined {
  const at = code.search(new RegExp(`(?<![\\w.])${name}\\s*=(?!=)|['"]${name}['"]`));
  return at === -1 ? undefined : code.slice(0, at).split('\n').length;
}
