import { ConfigError } from './config-error';

/**
 * A PCRE as JavaScript has it. What they write in different ways is rewritten; what JavaScript has no word for is an error
 * at its line.
 */
export function toRegExp(source: string, ignoreCase: boolean, line: number): RegExp {
  let pattern = source
    .replaceAll('(?P<', '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$');
  let flags = ignoreCase ? 'i' : '';
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  if (inline) {
    pattern = pattern.slice(inline[0].length);
    if (inline[1]!.includes('x')) throw new ConfigError(`(?x) in "${source}" is not offered here`, line);
    flags = [...new Set(flags + inline[1]!)].join('');
  }
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw new ConfigError(`pcre2_compile() failed: ${whatIsWrong(pattern)} in "${source}"`, line);
  }
}

/** In the words of PCRE: those of JavaScript differ from engine to engine. */
function whatIsWrong(pattern: string): string {
  const bare = pattern.replace(/\\./g, '');
  const outside = bare.replace(/\[[^\]]*\]/g, '');
  if (outside.includes('[')) return 'missing terminating ] for character class';
  const opened = outside.split('(').length;
  const closed = outside.split(')').length;
  if (opened > closed) return 'missing closing parenthesis';
  if (closed > opened) return 'unmatched closing parenthesis';
  if (/(?:^|[(|])[*+?]/.test(outside)) return 'quantifier does not follow a repeatable item';
  return 'not a pattern that is offered here';
}
