import type { Directive } from '@/servers/nginx/config/read-directives';
import { listWith } from '../../list-text';
import type { HeaderWish } from '../../wish';
import { isLikeOrigin, isMisspelt } from '../origin-text';
import { directivesOf, type NginxCode } from './code';
import type { NginxWay } from './way';
import { insertAfter, replaceArg, wordFor } from './write';

/** `name` of `$name` and `${name}`, where a word is nothing else. */
export function variableOf(word: string): string | null {
  const match = /^\$(?:(\w+)|\{(\w+)\})$/.exec(word);
  return match ? (match[1] ?? match[2]!).toLowerCase() : null;
}

/** Wherever the configuration asks who the page is: one more origin, or the one that is meant. */
export function editOrigins(code: NginxCode, wish: HeaderWish, origin: string): NginxWay[] {
  return [
    ...mapsOf(code)
      .filter(({ args }) => isOriginOf(args[0]!))
      .flatMap((map) => editMap(code, map, wish, origin)),
    ...directivesOf(code, 'if').flatMap((condition) => editCondition(code, condition, origin)),
  ];
}

/** What gives the variable its value: a `map`, which another may feed, or `set`. */
export function editVariable(
  code: NginxCode,
  variable: string,
  wish: HeaderWish,
  origin: string,
  seen: readonly string[] = [],
): NginxWay[] {
  if (seen.includes(variable)) return [];
  const maps = mapsOf(code).filter(({ args }) => variableOf(args[1]!) === variable);
  const sets = directivesOf(code, 'set').filter(({ args }) => variableOf(args[0]!) === variable);
  return [
    ...maps.flatMap((map): NginxWay[] => {
      if (isOriginOf(map.args[0]!)) return editMap(code, map, wish, origin);
      const source = variableOf(map.args[0]!);
      return source === null ? [] : editVariable(code, source, wish, origin, [...seen, variable]);
    }),
    ...sets.flatMap((set): NginxWay[] => {
      const source = variableOf(set.args[1]!);
      if (source !== null) return editVariable(code, source, wish, origin, [...seen, variable]);
      const isList = wish.adds && set.args[1] !== '';
      const text = isList ? listWith(set.args[1]!, wish.value) : wish.value;
      return set.args[1] === wish.value ? [] : [{ splices: [replaceArg(code.text, set, 1, text)] }];
    }),
  ];
}

const mapsOf = (code: NginxCode): Directive[] => directivesOf(code, 'map');

const isOriginOf = (word: string): boolean => variableOf(word) === 'http_origin';

/** `"https://app.example.com" $http_origin;` as one more line of a map. */
function editMap({ text }: NginxCode, map: Directive, wish: HeaderWish, origin: string): NginxWay[] {
  const entries = (map.block ?? []).filter(({ args }) => args.length === 1);
  const wrong = entries.find(({ name }) => isMisspelt(name, origin));
  if (wrong) {
    const { start, end } = wrong.extents[0]!;
    return [{ splices: [{ start, end, text: wordFor(origin, text.slice(start, end)) }] }];
  }
  const named = entries.filter(({ name }) => name !== 'default');
  const like = named.at(-1);
  const last = like ?? entries.at(-1);
  if (!last || named.some(({ name }) => name.toLowerCase() === origin)) return [];
  const key = wordFor(origin, like ? text.slice(like.extents[0]!.start, like.extents[0]!.end) : '"');
  const value = like && !isLikeOrigin(like.args[0]!) ? textOfArg(text, like) : wordFor(wish.value);
  return [{ splices: [insertAfter(text, last, [`${key} ${value};`])], how: 'in the map' }];
}

const textOfArg = (text: string, { extents }: Directive): string => text.slice(extents[1]!.start, extents[1]!.end);

/** `if ($http_origin ~* …)` and `if ($http_origin = …)` */
function editCondition({ text }: NginxCode, { args, extents }: Directive, origin: string): NginxWay[] {
  const at = args.findIndex((word) => /^!?(=|~\*?)$/.test(word));
  const subject = args.slice(0, at).join(' ');
  const operand = args[at + 1];
  const extent = extents[at + 2];
  if (at === -1 || !operand || !extent || !/^\(\s*\$\{?http_origin\}?$/i.test(subject)) return [];
  const operator = args[at]!;
  const raw = text.slice(extent.start, extent.end);
  // What is not in quotes may have the closing parenthesis in the same word.
  const isBare = !/^["']/.test(raw);
  const closes = isBare && at + 2 === args.length;
  const given = closes ? operand.slice(0, -1) : operand;
  const instead = (word: string): string => (isBare ? word + (closes ? ')' : '') : wordFor(word, raw));
  const exactly = `^${escaped(origin)}$`;
  if (operator.endsWith('=')) {
    const how = isMisspelt(given, origin) ? {} : { how: 'instead' };
    const either = `^(${escaped(given)}|${escaped(origin)})$`;
    const both = { start: extents[at + 1]!.start, end: extent.end, text: `${operator.replace('=', '~')} "${either}"` };
    return [
      { splices: [{ ...extent, text: instead(origin) }], ...how },
      ...(isMisspelt(given, origin)
        ? []
        : [{ splices: [closes ? { ...both, text: `${both.text})` } : both], how: 'too' }]),
    ];
  }
  // Backslashes of a pattern stay as they are.
  const pattern = isBare ? given : raw.slice(1, -1);
  const quote = isBare ? '' : raw[0]!;
  return [{ splices: [{ ...extent, text: `${quote}${pattern}|${exactly}${quote}${closes ? ')' : ''}` }], how: 'too' }];
}

const escaped = (origin: string): string => origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
