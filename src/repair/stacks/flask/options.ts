import { FLASK_OPTIONS } from '@/explain/flask-options';
import { members } from '@/explain/headers';
import {
  addTo,
  bracketsOf,
  entry,
  keyword,
  resolveSpan,
  stringOfSpan,
  type Brackets,
  type PythonCode,
  type Span,
} from '../../python/code';
import { quotedPython } from '../../python/tokens';
import { editSpan, put } from '../../python/values';
import type { HeaderWish } from '../../wish';
import { isLikeOrigin, isOther } from '../origin-text';
import type { FlaskWay } from './way';

const DEFAULT_METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

/** Keyword arguments of CORS() and cross_origin(), and the entries of `resources`. */
export function editOptions(python: PythonCode, wish: HeaderWish): FlaskWay[] {
  const option = FLASK_OPTIONS[wish.name.toLowerCase()];
  if (!option) return [];
  const calls = python.calls.filter(({ name }) => name === 'CORS' || name === 'cross_origin' || name === 'init_app');
  const dictionaries = python.brackets.filter((pair) => pair.tokens[0]!.text === '{' && entry(pair, 'origins'));
  return [
    ...calls.flatMap(({ brackets }) =>
      editOption(python, brackets, keyword(brackets, option), `${option}=`, option, wish),
    ),
    ...dictionaries.flatMap((pair) =>
      editOption(python, pair, entry(pair, option), `${quotedPython(option, python.code)}: `, option, wish),
    ),
  ];
}

function editOption(
  python: PythonCode,
  pair: Brackets,
  span: Span | null,
  prefix: string,
  option: string,
  wish: HeaderWish,
): FlaskWay[] {
  const { code } = python;
  const listed = members(wish.value);
  if (!span) {
    const names = option === 'methods' ? [...new Set([...DEFAULT_METHODS, ...listed])] : listed;
    const list = `[${names.map((name) => quotedPython(name, code)).join(', ')}]`;
    const value = option === 'supports_credentials' ? 'True' : wish.value === '*' ? quotedPython('*', code) : list;
    return [{ splices: [addTo(code, pair, prefix + value)] }];
  }
  if (option === 'supports_credentials') return [{ splices: [put(span, 'True')] }];
  const given = resolveSpan(python, span);
  const text = stringOfSpan(given);
  if (option !== 'origins') {
    if (text !== null && wish.adds)
      return [{ splices: [put(given, `[${[text, ...listed].map((each) => quotedPython(each, code)).join(', ')}]`)] }];
    return editSpan(python, span, wish.value, wish.adds || bracketsOf(python, given) !== null);
  }
  // A list is edited as a list.
  if (wish.value !== '*' && bracketsOf(python, given)?.items.some((item) => isLikeOrigin(stringOfSpan(item) ?? '')))
    return [];
  const quoted = quotedPython(wish.value, code);
  const instead = put(text === null ? span : given, wish.value === '*' ? quoted : `[${quoted}]`);
  if (text === null || !isOther(text, wish.value)) return [{ splices: [instead] }];
  return [
    { splices: [instead], how: 'instead' },
    { splices: [put(given, `[${quotedPython(text, code)}, ${quoted}]`)], how: 'too' },
  ];
}
