import type { Code, Place } from './config';
import { ConfigError } from './config-error';
import { readCondition } from './conditions';
import { isKnownVariable } from './known-variables';
import { toRegExp } from './patterns';
import type { Directive } from './read-directives';
import { toValue } from './values';

/** The directives of the rewrite module in one block, which run in the order they were written. */
export function readCodes(
  directives: readonly Directive[],
  placeOfIf: (block: readonly Directive[]) => Place | undefined,
): Code[] {
  return directives.flatMap((directive): Code[] => {
    const { name, args, endLine, block } = directive;
    switch (name) {
      case 'set':
        return [{ type: 'set', name: settable(args[0]!, endLine), value: toValue(args[1]!, endLine) }];
      case 'break':
        return [{ type: 'break' }];
      case 'return':
        return [readReturn(directive)];
      case 'rewrite':
        return [readRewrite(directive)];
      case 'if': {
        const place = placeOfIf(block ?? []);
        const codes = readCodes(block ?? [], placeOfIf);
        return [{ type: 'if', condition: readCondition(directive), codes, ...(place ? { place } : {}) }];
      }
      default:
        return [];
    }
  });
}

function settable(word: string, line: number): string {
  const name = word.slice(1).toLowerCase();
  if (!word.startsWith('$') || name === '') throw new ConfigError(`invalid variable name "${word}"`, line);
  if (isKnownVariable(name) && name !== 'args' && name !== 'limit_rate') {
    throw new ConfigError(`the duplicate "${name}" variable`, line);
  }
  return name;
}

function readReturn({ args: [first = '', second], line, endLine }: Directive): Code {
  const isRedirect = /^(?:https?:\/\/|\$scheme)/.test(first) && second === undefined;
  if (isRedirect) return { type: 'return', status: 302, value: toValue(first, endLine), line };
  if (!/^\d{1,3}$/.test(first)) throw new ConfigError(`invalid return code "${first}"`, endLine);
  const status = Number(first);
  return { type: 'return', status, line, ...(second === undefined ? {} : { value: toValue(second, endLine) }) };
}

function readRewrite({ args: [source = '', replacement = '', flag], line, endLine }: Directive): Code {
  const flags = [undefined, 'last', 'break', 'redirect', 'permanent'] as const;
  const known = flags.find((each) => each === flag);
  if (flag !== undefined && known === undefined) throw new ConfigError(`invalid parameter "${flag}"`, endLine);
  const isElsewhere = /^(?:https?:\/\/|\$scheme)/.test(replacement);
  const isAbrupt = replacement.endsWith('?');
  return {
    type: 'rewrite',
    pattern: toRegExp(source, false, endLine),
    replacement: toValue(isAbrupt ? replacement.slice(0, -1) : replacement, endLine),
    keepsArgs: !isAbrupt,
    flag: known ?? (isElsewhere ? 'redirect' : 'go on'),
    line,
  };
}
