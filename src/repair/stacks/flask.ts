import type { FlaskServer } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import {
  addTo,
  bracketsOf,
  entry,
  importPlace,
  keyword,
  lineOf,
  readPython,
  resolveSpan,
  stringOfSpan,
  type Brackets,
  type PythonCode,
  type Span,
} from '../python/code';
import { quotedPython } from '../python/tokens';
import { editOriginLists, editSpan, put, type Way } from '../python/values';
import { indentAt, lineEnd, lineStart, spliced, type Splice } from '../splice';
import type { HeaderWish } from '../wish';
import { hostOfOrigin, isLikeOrigin } from './origin-text';
import type { Edit, Editor } from './edit';

const ORIGIN = 'Access-Control-Allow-Origin';

/** Options of Flask-CORS, and which header each makes. */
const OPTIONS: Record<string, string> = {
  'access-control-allow-origin': 'origins',
  'access-control-allow-credentials': 'supports_credentials',
  'access-control-allow-methods': 'methods',
  'access-control-allow-headers': 'allow_headers',
};
const DEFAULT_METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

interface FlaskWay extends Way {
  isFallback?: boolean;
}

/** Flask code: headers set by hand, the options of Flask-CORS, and what has to be put in where there is neither. */
export const editFlask: Editor<FlaskServer> = (server, wish, { exchange }) => {
  const python = readPython(server.code);
  if (wish.kind === 'answer-preflight') return edits(server, answered(python, exchange));
  if (wish.kind === 'once') return [];
  const name = wish.name.toLowerCase();
  const isSent = exchange.responseHeaders.some(([key]) => key.toLowerCase() === name);
  const values =
    isSent || wish.adds
      ? settersOf(python, wish.name, exchange).flatMap(({ value }) => editSpan(python, value, wish.value, wish.adds))
      : [];
  const options = editOptions(python, wish);
  if (wish.name !== ORIGIN) {
    const beside = isSent && values.length + options.length > 0 ? [] : insertBeside(python, wish, exchange);
    return edits(server, [...values, ...options, ...beside]);
  }
  const lists = wish.value === '*' ? [] : editOriginLists(python, wish.value);
  const there = [...values, ...lists, ...options];
  const fresh = isSent
    ? []
    : [...insertCrossOrigin(python, wish, exchange), ...insertCors(python, wish), ...insertAfterRequest(python, wish)];
  return edits(server, [...there, ...fresh.map((way) => ({ ...way, isFallback: there.length > 0 }))]);
};

function edits(server: FlaskServer, ways: readonly FlaskWay[]): Edit<FlaskServer>[] {
  return ways.map(({ splices, how, isFallback }) => ({
    server: { ...server, code: spliced(server.code, splices) },
    ...(how === undefined ? {} : { how }),
    ...(isFallback ? { isFallback } : {}),
  }));
}

interface Setter {
  value: Span;
  /** Start of the statement's target, as `response`; null in a dictionary. */
  target: string | null;
  dictionary: Brackets | null;
  at: number;
}

/** `response.headers['Name'] = value`, `response.headers.add('Name', value)`, `{'Name': value}`. */
function settersOf(python: PythonCode, name: string, exchange: Exchange): Setter[] {
  const { code } = python;
  const lower = name.toLowerCase();
  const fold = (text: string) => text.toLowerCase();
  const real = python.tokens.filter(({ kind }) => kind !== 'comment');
  const found = python.brackets.flatMap((pair): Setter[] => {
    const open = real.indexOf(real.find(({ start }) => start === pair.start)!);
    const first = pair.items[0] && stringOfSpan(pair.items[0]);
    const before = real
      .slice(Math.max(0, open - 5), open)
      .map(({ text }) => text)
      .join('');
    const target = /([\w]+)\.headers(\.(add|set|setdefault))?$/.exec(before)?.[1] ?? null;
    if (pair.tokens[0]!.text === '{') {
      const value = entry(pair, name, fold);
      return value ? [{ value, target: null, dictionary: pair, at: value.start }] : [];
    }
    if (target === null || first?.toLowerCase() !== lower) return [];
    if (pair.tokens[0]!.text === '(')
      return pair.items[1] ? [{ value: pair.items[1], target, dictionary: null, at: pair.start }] : [];
    const after = real.slice(open + pair.tokens.length);
    const end = after.findIndex(({ kind }) => kind === 'newline');
    const value = after.slice(1, end === -1 ? undefined : end);
    if (after[0]?.text !== '=' || value.length === 0) return [];
    return [
      {
        value: { tokens: value, start: value[0]!.start, end: value.at(-1)!.end },
        target,
        dictionary: null,
        at: pair.start,
      },
    ];
  });
  const line = exchange.source?.headers?.find((header) => header.name.toLowerCase() === lower)?.line;
  const there = found.filter(
    ({ at, value }) => line !== undefined && lineOf(code, at) <= line && lineOf(code, value.end) >= line,
  );
  return there.length > 0 ? there : found;
}

/** Keyword arguments of CORS() and cross_origin(), and the entries of `resources`. */
function editOptions(python: PythonCode, wish: HeaderWish): FlaskWay[] {
  const option = OPTIONS[wish.name.toLowerCase()];
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
  const members = wish.value.split(',').map((member) => member.trim());
  if (!span) {
    const names = option === 'methods' ? [...new Set([...DEFAULT_METHODS, ...members])] : members;
    const list = `[${names.map((name) => quotedPython(name, code)).join(', ')}]`;
    const value = option === 'supports_credentials' ? 'True' : wish.value === '*' ? quotedPython('*', code) : list;
    return [{ splices: [addTo(code, pair, prefix + value)] }];
  }
  if (option === 'supports_credentials') return [{ splices: [put(span, 'True')] }];
  const given = resolveSpan(python, span);
  const text = stringOfSpan(given);
  if (option !== 'origins') {
    if (text !== null && wish.adds)
      return [{ splices: [put(given, `[${[text, ...members].map((each) => quotedPython(each, code)).join(', ')}]`)] }];
    return editSpan(python, span, wish.value, wish.adds || bracketsOf(python, given) !== null);
  }
  const quoted = quotedPython(wish.value, code);
  const isOther = text !== null && isLikeOrigin(text) && hostOfOrigin(text) !== hostOfOrigin(wish.value);
  const instead = put(text === null ? span : given, wish.value === '*' ? quoted : `[${quoted}]`);
  if (!isOther || wish.value === '*') return [{ splices: [instead] }];
  return [
    { splices: [instead], how: 'instead' },
    { splices: [put(given, `[${quotedPython(text, code)}, ${quoted}]`)], how: 'too' },
  ];
}

/** On the line behind the one that allows the origin, written in the same way. */
function insertBeside(python: PythonCode, wish: HeaderWish, exchange: Exchange): FlaskWay[] {
  const { code } = python;
  return settersOf(python, ORIGIN, exchange).map(({ value, target, dictionary }): FlaskWay => {
    const [name, text] = [quotedPython(wish.name, code), quotedPython(wish.value, code)];
    if (dictionary) return { splices: [addTo(code, dictionary, `${name}: ${text}`)] };
    const line = `${indentAt(code, value.start)}${target}.headers[${name}] = ${text}`;
    return { splices: [lineAfter(code, value.end, line)] };
  });
}

function lineAfter(code: string, at: number, line: string): Splice {
  const end = lineEnd(code, at);
  return { start: end, end, text: code[end - 1] === '\n' ? `${line}\n` : `\n${line}\n` };
}

/** Where `app = Flask(…)` ends; a snippet has its app from elsewhere. */
function appOf(python: PythonCode): { name: string; behind: number } {
  const { code, assignments, calls } = python;
  const made = assignments.find(({ value }) =>
    calls.some(({ name, start }) => name === 'Flask' && start >= value.start && start < value.end),
  );
  return made
    ? { name: made.name, behind: lineEnd(code, made.value.end) }
    : { name: 'app', behind: importPlace(python) };
}

function importing(python: PythonCode, name: string): Splice[] {
  const { code } = python;
  if (new RegExp(`import[^\\n]*\\b${name}\\b`).test(code)) return [];
  const own = /^from flask_cors import ([^\n(]+)$/m.exec(code);
  if (own) {
    const end = own.index + own[0].trimEnd().length;
    return [{ start: end, end, text: `, ${name}` }];
  }
  const place = importPlace(python);
  return [{ start: place, end: place, text: `from flask_cors import ${name}\n` }];
}

const originsOption = ({ value }: HeaderWish, code: string): string =>
  value === '*' ? '' : `origins=[${quotedPython(value, code)}]`;

function insertCors(python: PythonCode, wish: HeaderWish): FlaskWay[] {
  const { code } = python;
  const { name, behind } = appOf(python);
  const option = originsOption(wish, code);
  const line = `CORS(${name}${option === '' ? '' : `, ${option}`})\n`;
  return [
    { splices: [...importing(python, 'CORS'), { start: behind, end: behind, text: line }], how: 'with Flask-CORS' },
  ];
}

/** On the view that answers: the narrowest place. */
function insertCrossOrigin(python: PythonCode, wish: HeaderWish, exchange: Exchange): FlaskWay[] {
  const { code } = python;
  const path = new URL(exchange.url).pathname;
  const route = python.calls.find(({ name, brackets }) => {
    const pattern = brackets.items[0] && stringOfSpan(brackets.items[0]);
    return (
      /^(route|get|post|put|patch|delete)$/.test(name) &&
      pattern !== null &&
      pattern !== undefined &&
      matches(pattern, path)
    );
  });
  if (!route || code[lineStart(code, route.start) + indentAt(code, route.start).length] !== '@') return [];
  const line = `${indentAt(code, route.start)}@cross_origin(${originsOption(wish, code)})`;
  return [
    {
      splices: [...importing(python, 'cross_origin'), lineAfter(code, route.brackets.end, line)],
      how: 'in this route',
    },
  ];
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const given = path.split('/');
  return parts.length === given.length && parts.every((part, at) => /^<.*>$/.test(part) || part === given[at]);
}

function insertAfterRequest(python: PythonCode, wish: HeaderWish): FlaskWay[] {
  const { code } = python;
  const { name, behind } = appOf(python);
  const lines = [
    '',
    `@${name}.after_request`,
    'def allow_origin(response):',
    `    response.headers[${quotedPython(wish.name, code)}] = ${quotedPython(wish.value, code)}`,
    '    return response',
    '',
  ];
  return [{ splices: [{ start: behind, end: behind, text: lines.join('\n') }], how: 'for all routes' }];
}

/** A check that comes before every view lets OPTIONS through; addresses are not redirected for a slash. */
function answered(python: PythonCode, exchange: Exchange): FlaskWay[] {
  const { code } = python;
  const ways: FlaskWay[] = [];
  for (const match of code.matchAll(
    /^([ \t]*)@[\w.]+\.before_request\b[^\n]*\n(?:[ \t]*@[^\n]*\n)*([ \t]*)def [^\n]*:[ \t]*\n/gm,
  )) {
    const at = match.index + match[0].length;
    const indent = indentAt(code, at);
    const text = `${indent}if request.method == ${quotedPython('OPTIONS', code)}:\n${indent}    return None\n`;
    ways.push({ splices: [{ start: at, end: at, text }] });
    const answer = text.replace('return None', `return ${quotedPython('', code)}, 204`);
    ways.push({ splices: [{ start: at, end: at, text: answer }] });
  }
  const status = statusAt(python, exchange.source?.line);
  if (status !== null) ways.push({ splices: [{ ...status, text: '204' }] });
  if (exchange.status === 308 || exchange.status === 301) {
    const { name, behind } = appOf(python);
    ways.push({
      splices: [{ start: behind, end: behind, text: `${name}.url_map.strict_slashes = False\n` }],
      how: 'without a redirect for the slash',
    });
  }
  return ways;
}

/** `return '', 405` below `if request.method == 'OPTIONS'`. */
function statusAt({ code, tokens }: PythonCode, line: number | undefined): { start: number; end: number } | null {
  if (line === undefined) return null;
  const lines = code.split('\n');
  const isForOptions = lines.slice(Math.max(0, line - 3), line).some((text) => /==\s*['"]OPTIONS['"]/.test(text));
  if (!isForOptions) return null;
  const number = tokens.find(
    (token) => token.kind === 'number' && /^[345]\d\d$/.test(token.text) && lineOf(code, token.start) === line,
  );
  return number ? { start: number.start, end: number.end } : null;
}
