import type { DjangoServer } from '@/scenario/document';
import {
  addTo,
  bracketsOf,
  importPlace,
  readPython,
  stringOfSpan,
  takeOut,
  type PythonCode,
  type Span,
} from '../python/code';
import { quotedPython } from '../python/tokens';
import { editOriginLists, editSpan, put, type Way } from '../python/values';
import { lineEnd, spliced, wholeLines, type Splice } from '../splice';
import type { HeaderWish } from '../wish';
import type { Edit, Editor } from './edit';

const MIDDLEWARE = 'corsheaders.middleware.CorsMiddleware';

/** `True`: lists are not looked at. The second is the name of old. */
const ALLOW_ALL = ['CORS_ALLOW_ALL_ORIGINS', 'CORS_ORIGIN_ALLOW_ALL'];

/** settings.py of Django with django-cors-headers. */
export const editDjango: Editor<DjangoServer> = (server, wish) => {
  const python = readPython(server.code);
  const installed = install(python);
  if (wish.kind === 'answer-preflight') return edits(server, installed);
  if (wish.kind !== 'header') return [];
  const settings = settingsFor(python, wish);
  if (wish.name !== 'Access-Control-Allow-Origin') return edits(server, settings);
  const both = installed.flatMap(({ splices, how }) =>
    settings.slice(0, 2).map((way): Way => ({ splices: [...splices, ...way.splices], how: how ?? way.how })),
  );
  return edits(server, [...settings, ...installed, ...withoutPattern(python), ...both]);
};

function edits(server: DjangoServer, ways: readonly Way[]): Edit<DjangoServer>[] {
  return ways.map(({ splices, how }) => ({
    server: { ...server, code: spliced(server.code, splices) },
    ...(how === undefined ? {} : { how }),
  }));
}

function settingsFor(python: PythonCode, { name, value, adds }: HeaderWish): Way[] {
  switch (name.toLowerCase()) {
    case 'access-control-allow-origin':
      return value === '*'
        ? [{ splices: [setTo(python, 'CORS_ALLOW_ALL_ORIGINS', 'True')] }]
        : originWays(python, value);
    case 'access-control-allow-credentials':
      return [{ splices: [setTo(python, 'CORS_ALLOW_CREDENTIALS', 'True')] }];
    case 'access-control-allow-methods':
      return members(python, 'CORS_ALLOW_METHODS', 'default_methods', value, adds);
    case 'access-control-allow-headers':
      return members(python, 'CORS_ALLOW_HEADERS', 'default_headers', value.toLowerCase(), adds);
    default:
      return [];
  }
}

/** One more origin in the list, which counts only where the setting that lets everybody in is gone. */
function originWays(python: PythonCode, origin: string): Way[] {
  const { code, assignments } = python;
  const everybody = assignments.findLast(
    ({ name, value }) => ALLOW_ALL.includes(name) && code.slice(value.start, value.end) === 'True',
  );
  const written = `CORS_ALLOWED_ORIGINS = [${quotedPython(origin, code)}]`;
  const list = ['CORS_ALLOWED_ORIGINS', 'CORS_ORIGIN_WHITELIST'].find((setting) => valueOf(python, setting));
  if (!list && everybody) {
    return [{ splices: [{ start: everybody.start, end: everybody.value.end, text: written }] }];
  }
  if (!list) return [{ splices: [setTo(python, 'CORS_ALLOWED_ORIGINS', `[${quotedPython(origin, code)}]`)] }];
  const ways = listWays(python, valueOf(python, list)!, origin);
  if (!everybody) return ways;
  const gone = { ...wholeLines(code, everybody.start, everybody.value.end), text: '' };
  return [{ splices: [gone] }, ...ways.map(({ splices, how }): Way => ({ splices: [...splices, gone], how }))];
}

function listWays(python: PythonCode, span: Span, origin: string): Way[] {
  if (oneString(python, span)) return [{ splices: [put(span, `[${quotedPython(origin, python.code)}]`)] }];
  if (bracketsOf(python, span)?.items.some((item) => stringOfSpan(item) === origin)) return [];
  const own = editOriginLists(
    { ...python, brackets: python.brackets.filter(({ start }) => start === span.start) },
    origin,
  );
  return own.length > 0 ? own : editSpan(python, span, origin, true);
}

/** Adds to the setting's own list, else to the defaults of the package. */
function members(python: PythonCode, setting: string, defaults: string, value: string, adds: boolean): Way[] {
  const { code } = python;
  const span = valueOf(python, setting);
  if (span) return editSpan(python, span, value, adds || bracketsOf(python, span) !== null);
  const names = value.split(',').map((member) => quotedPython(member.trim(), code));
  const place = importPlace(python);
  const known = new RegExp(`import[^\\n]*\\b${defaults}\\b`).test(code);
  return [
    {
      splices: [
        ...(known
          ? []
          : [
              {
                start: place,
                end: place,
                text: `from corsheaders.defaults import ${defaults}\n${blankBefore(code, place)}`,
              },
            ]),
        setTo(python, setting, `[*${defaults}, ${names.join(', ')}]`),
      ],
    },
  ];
}

const blankBefore = (code: string, place: number): string =>
  place === 0 || /^\s*\n/.test(code.slice(place)) ? '\n' : '';

/** `'a'` or `('a')`, which is no tuple: the package reads it letter by letter. */
function oneString(python: PythonCode, span: Span): boolean {
  const items = bracketsOf(python, span)?.items;
  const inner =
    items?.length === 1 && span.tokens[0]!.text === '(' && span.tokens.at(-2)!.text !== ',' ? items[0]! : span;
  return stringOfSpan(inner) !== null;
}

function valueOf({ assignments }: PythonCode, setting: string) {
  return assignments.findLast(({ name }) => name === setting)?.value;
}

/** Writes the setting, where it stands or behind the other settings of CORS. */
function setTo(python: PythonCode, setting: string, value: string): Splice {
  const { code, assignments } = python;
  const span = valueOf(python, setting);
  if (span) return put(span, value);
  const last = assignments.findLast(({ name }) => name.startsWith('CORS_')) ?? assignments.at(-1);
  const at = last ? lineEnd(code, last.value.end) : code.length;
  const gap = at > 0 && code[at - 1] !== '\n' ? '\n' : '';
  const apart = last && !last.name.startsWith('CORS_') ? '\n' : '';
  return { start: at, end: at, text: `${gap}${apart}${setting} = ${value}\n` };
}

/** The app and its middleware, in front of whatever answers. */
function install(python: PythonCode): Way[] {
  const { code } = python;
  const splices: Splice[] = [];
  let how: string | undefined;
  const apps = listOf(python, 'INSTALLED_APPS');
  if (apps && !apps.items.some((item) => /^corsheaders\b/.test(stringOfSpan(item) ?? ''))) {
    splices.push(addTo(code, apps, quotedPython('corsheaders', code)));
    how = 'with the app installed';
  }
  const middleware = listOf(python, 'MIDDLEWARE');
  if (middleware) {
    const own = middleware.items.find((item) => stringOfSpan(item) === MIDDLEWARE);
    const [first] = middleware.items;
    if (first && own !== first) {
      const text = `${quotedPython(MIDDLEWARE, code)},`;
      const breaks = code.slice(middleware.start, first.start).includes('\n');
      const indent = breaks ? code.slice(code.lastIndexOf('\n', first.start) + 1, first.start) : '';
      if (own) splices.push(takeOut(code, middleware, own));
      splices.push({ start: first.start, end: first.start, text: breaks ? `${text}\n${indent}` : `${text} ` });
      how = own ? 'with the middleware in front' : 'with the middleware';
    }
  }
  return splices.length === 0 ? [] : [{ splices, how }];
}

function listOf(python: PythonCode, setting: string) {
  const span = valueOf(python, setting);
  return span ? bracketsOf(python, span) : null;
}

/** Only addresses that the pattern matches are spoken for. */
function withoutPattern({ code, assignments }: PythonCode): Way[] {
  const pattern = assignments.find(({ name }) => name === 'CORS_URLS_REGEX');
  if (!pattern) return [];
  return [{ splices: [{ ...wholeLines(code, pattern.start, pattern.value.end), text: '' }], how: 'for every address' }];
}
