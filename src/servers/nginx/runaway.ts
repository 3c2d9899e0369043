/** A group that repeats something and is itself repeated. */
const REPEATED_REPETITION = /\([^()]*[*+}][^()]*\)[*+{]/;
/** Directives that hold patterns: by their name, or by the sign in front of the pattern. */
const HOLDS_A_PATTERN = /^\s*rewrite\s|~/;

/** The line of a configuration, 1-based, that most likely holds a pattern which never ends; undefined where none looks like it. */
export function lineThatMayRunAway(config: string): number | undefined {
  const at = config.split('\n').findIndex((line) => HOLDS_A_PATTERN.test(line) && REPEATED_REPETITION.test(line));
  return at < 0 ? undefined : at + 1;
}
