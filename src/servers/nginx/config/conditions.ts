import type { Condition } from './config';
import { ConfigError } from './config-error';
import { toRegExp } from './patterns';
import type { Directive } from './read-directives';
import { toValue } from './values';

/** What stands between the parentheses of an `if`. */
export function readCondition({ args, endLine }: Directive): Condition {
  const invalid = (text = args.join(' ')): ConfigError => new ConfigError(`invalid condition "${text}"`, endLine);
  if (!args[0]?.startsWith('(')) throw invalid(args[0]);
  if (!args.at(-1)!.endsWith(')')) throw invalid(args.at(-1));
  const words = [...args];
  words[0] = words[0]!.slice(1);
  words.push(words.pop()!.slice(0, -1));
  if (words[0] === '') words.shift();
  if (words.at(-1) === '' && words.length > 1) words.pop();

  const [subject = '', operator, operand, ...rest] = words;
  if (/^!?-[fdex]$/.test(subject)) {
    if (operator === undefined || operand !== undefined) throw invalid();
    return { type: 'file', isNot: subject.startsWith('!') };
  }
  if (!/^\$\w+$/.test(subject)) throw invalid(subject);
  const variable = subject.slice(1).toLowerCase();
  if (operator === undefined) return { type: 'is set', variable };
  const test = /^(!?)(=|~\*?)$/.exec(operator);
  if (!test) throw new ConfigError(`unexpected "${operator}" in condition`, endLine);
  if (operand === undefined || rest.length > 0) throw invalid();
  const isNot = test[1] === '!';
  if (test[2] === '=') return { type: 'equals', variable, value: toValue(operand, endLine), isNot };
  return { type: 'matches', variable, pattern: toRegExp(operand, test[2] === '~*', endLine), isNot };
}
