import { listWith } from '../list-text';
import type { Splice } from '../splice';
import { isLikeOrigin, isMisspelt, isOther } from '../stacks/origin-text';
import { addTo, bracketsOf, resolveSpan, stringOfSpan, type PythonCode, type Span } from './code';
import { quotedPython, stringValue } from './tokens';

/** A splice, and how it does it where there are several ways. */
export interface Way {
  splices: Splice[];
  how?: string;
}

/** Ways to make an expression hold what is wished: in place of what it says, or with one more member. */
export function editSpan(python: PythonCode, span: Span, value: string, adds: boolean): Way[] {
  const { code } = python;
  const given = resolveSpan(python, span);
  const text = stringOfSpan(given);
  const members = value.split(',').map((member) => member.trim());
  const list = bracketsOf(python, given);
  const all = members.map((member) => quotedPython(member, code)).join(', ');
  if (adds && text !== null) {
    return [{ splices: [put(given, quotedPython(listWith(text, value), code))] }];
  }
  if (adds && list) return [{ splices: [addTo(code, list, all)] }];
  if (adds) return [];
  if (list && list.tokens[0]!.text !== '{') return [{ splices: [put(given, `[${all}]`)] }];
  const how = isOther(text, value) ? { how: 'instead' } : {};
  return [{ splices: [put(text === null ? span : given, quotedPython(value, code))], ...how }];
}

/** Lists of origins anywhere in the code: one put right, a comma put between two, one more. */
export function editOriginLists(python: PythonCode, origin: string): Way[] {
  const { code } = python;
  return python.brackets.flatMap((list): Way[] => {
    if (list.tokens[0]!.text === '(' && list.items.length < 2 && !/,\s*\)$/.test(code.slice(list.start, list.end)))
      return [];
    const strings = list.items.flatMap(({ tokens }) => tokens.filter((token) => stringValue(token) !== null));
    const isList = list.items.every(({ tokens }) => tokens.every((token) => stringValue(token) !== null));
    if (!isList || !strings.some((token) => isLikeOrigin(stringValue(token)!))) return [];
    if (list.items.some((item) => stringOfSpan(item) === origin)) return [];
    const ways: Way[] = [];
    for (const { tokens } of list.items) {
      tokens.forEach((token, at) => {
        if (isMisspelt(stringValue(token)!, origin)) {
          ways.push({
            splices: [{ start: token.start, end: token.end, text: quotedPython(origin, code) }],
            how: 'in the list',
          });
        }
        const next = tokens[at + 1];
        if (next)
          ways.push({
            splices: [{ start: token.end, end: token.end, text: ',' }],
            how: 'with the comma that is missing',
          });
      });
    }
    return ways.length > 0 ? ways : [{ splices: [addTo(code, list, quotedPython(origin, code))], how: 'too' }];
  });
}

/** `origin == 'https://app.example.com'`: another origin, or one more. */
export function editComparisons({ code, tokens }: PythonCode, origin: string): Way[] {
  return tokens.flatMap((token, at): Way[] => {
    const [second, first] = [tokens[at - 1], tokens[at - 2]];
    const text = stringValue(token);
    const isCompared = second?.text === '=' && second.start === first?.end && /^[=!]$/.test(first.text);
    if (!isCompared || text === null || text === origin || !isLikeOrigin(text)) return [];
    const other = quotedPython(origin, code);
    const instead = put(token, other);
    if (!isOther(text, origin)) return [{ splices: [instead] }];
    const among = `${first.text === '!' ? 'not in' : 'in'} (${token.text}, ${other})`;
    return [
      { splices: [instead], how: 'instead' },
      { splices: [{ start: first.start, end: token.end, text: among }], how: 'too' },
    ];
  });
}

export const put = ({ start, end }: Pick<Span, 'start' | 'end'>, text: string): Splice => ({ start, end, text });
