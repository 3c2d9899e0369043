import type { Exchange } from '@/scenario/result';
import { addTo, stringOfSpan, type PythonCode } from '../../python/code';
import { quotedPython } from '../../python/tokens';
import { indentAt, lineEnd, lineStart, type Splice } from '../../splice';
import type { HeaderWish } from '../../wish';
import { appOf, importing } from './app';
import { settersOf } from './setters';
import type { FlaskWay } from './way';

const ORIGIN = 'Access-Control-Allow-Origin';

/** On the line behind the one that allows the origin, written in the same way. */
export function insertBeside(python: PythonCode, wish: HeaderWish, exchange: Exchange): FlaskWay[] {
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

const originsOption = ({ value }: HeaderWish, code: string): string =>
  value === '*' ? '' : `origins=[${quotedPython(value, code)}]`;

export function insertCors(python: PythonCode, wish: HeaderWish): FlaskWay[] {
  const { code } = python;
  const { name, behind } = appOf(python);
  const option = originsOption(wish, code);
  const line = `CORS(${name}${option === '' ? '' : `, ${option}`})\n`;
  return [
    { splices: [...importing(python, 'CORS'), { start: behind, end: behind, text: line }], how: 'with Flask-CORS' },
  ];
}

/** On the view that answers: the narrowest place. */
export function insertCrossOrigin(python: PythonCode, wish: HeaderWish, exchange: Exchange): FlaskWay[] {
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

export function insertAfterRequest(python: PythonCode, wish: HeaderWish): FlaskWay[] {
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
