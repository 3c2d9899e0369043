import { EXPRESS_OPTIONS } from '@/explain/express-options';
import { headerValue } from '@/explain/headers';
import type { AnyNode, CallExpression, ObjectExpression } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { addItem, addProperty, propertyOf, removeItem } from '../../javascript/objects';
import { keyOf, quoted, stringOf } from '@/realm/syntax/tree';
import { wordSlips } from '../../word-slips';
import { listWith } from '../../list-text';
import { atLineStart, lineEnd, lineStart, linesInFront, wholeLines, type Splice } from '../../splice';
import type { HeaderWish } from '../../wish';
import type { Edit } from '../edit';
import { isOther } from '../origin-text';
import {
  calleeName,
  isImport,
  nameOfPackage,
  resolve,
  routeFor,
  semicolon,
  topStatement,
  type ExpressCode,
} from './code';
import { environmentName, inEnvironment, quotedLike, replace, withSplices } from './values';

const DEFAULT_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'];

/** Calls of the cors package. */
export function corsCalls(express: ExpressCode): CallExpression[] {
  const name = nameOfPackage(express, 'cors');
  return express.nodes.filter((node): node is CallExpression => {
    if (node.type !== 'CallExpression') return false;
    const { callee } = node;
    if (callee.type === 'Identifier') return callee.name === (name ?? 'cors');
    // require('cors')(…)
    return (
      callee.type === 'CallExpression' && calleeName(callee) === 'require' && stringOf(callee.arguments[0]) === 'cors'
    );
  });
}

/** Changes the option that makes the header, in each call; where the answer tells which call made it, in that one. */
export function editCorsOptions(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  exchange: Exchange,
): Edit<ExpressServer>[] {
  const option = EXPRESS_OPTIONS[wish.name.toLowerCase()];
  if (!option) return [];
  const calls = corsCalls(express);
  const lines = new Set(exchange.source?.headers?.map(({ line }) => line));
  const there = calls.filter(({ loc }) => lines.has(loc!.start.line));
  return (there.length > 0 ? there : calls).flatMap((call) => {
    const [first] = call.arguments;
    const options = resolve(express, first);
    if (!first) return [withSplices(server, [inParentheses(express, call, `{ ${written(express, option, wish)} }`)])];
    if (options?.type !== 'ObjectExpression') return [];
    const property = propertyOf(options, option);
    if (property && option === 'origin') return editOrigin(server, express, property.value, wish.value);
    const meant = property ? [] : misspelt(server, express, options, option);
    const own = editOption(express, options, option, wish).map((splice) => withSplices(server, [splice]));
    return [...meant, ...own.map((edit) => (meant.length > 0 ? { ...edit, isFallback: true } : edit))];
  });
}

/** An option under a name that the package does not know, and that is nearly this one's. */
function misspelt(
  server: ExpressServer,
  { code }: ExpressCode,
  { properties }: ObjectExpression,
  option: string,
): Edit<ExpressServer>[] {
  return properties.flatMap((property): Edit<ExpressServer>[] => {
    const key = property.type === 'Property' && !property.shorthand ? keyOf(property) : null;
    if (property.type !== 'Property' || key === null || isKnown(key) || wordSlips(key, option) === Infinity) return [];
    const isQuoted = stringOf(property.key as AnyNode) !== null;
    const name = isQuoted ? quotedLike(option, property.key as AnyNode, code) : option;
    return [{ ...withSplices(server, [replace(property.key as AnyNode, name)]), does: `Write ${key} as ${option}` }];
  });
}

const isKnown = (key: string): boolean =>
  Object.values(EXPRESS_OPTIONS).includes(key) || /^(headers|preflightContinue|optionsSuccessStatus)$/.test(key);

function editOption(express: ExpressCode, options: ObjectExpression, option: string, wish: HeaderWish): Splice[] {
  const { code } = express;
  const property = propertyOf(options, option);
  if (!property) return [addProperty(code, options, written(express, option, wish))];
  const value = resolve(express, property.value) ?? property.value;
  const text = stringOf(value);
  if (option === 'credentials') return [replace(property.value, 'true')];
  if (!wish.adds) return [replace(value, quoted(wish.value, code))];
  if (text !== null) return [replace(value, quotedLike(listWith(text, wish.value), value, code))];
  if (value.type === 'ArrayExpression') {
    return [
      addItem(
        code,
        value,
        value.elements,
        listOf(wish.value)
          .map((each) => quoted(each, code))
          .join(', '),
      ),
    ];
  }
  return [];
}

function editOrigin(
  server: ExpressServer,
  express: ExpressCode,
  given: AnyNode,
  origin: string,
): Edit<ExpressServer>[] {
  const { code } = express;
  const value = resolve(express, given) ?? given;
  // A list is edited as a list.
  if (origin !== '*' && value.type === 'ArrayExpression' && value.elements.length > 0) return [];
  if (value.type === 'LogicalExpression') {
    return [value.left, value.right].flatMap((side) => editOrigin(server, express, side, origin));
  }
  if (value.type === 'ConditionalExpression') {
    return [value.consequent, value.alternate].flatMap((side) => editOrigin(server, express, side, origin));
  }
  const variable = environmentName(value);
  if (variable !== null) return inEnvironment(server, variable, origin);
  const text = stringOf(value);
  const next = quoted(origin, code);
  const isPattern = value.type === 'Literal' && 'regex' in value && Boolean(value.regex);
  const instead = replace(text === null ? given : value, next);
  if (origin !== '*' && (isPattern || isOther(text, origin))) {
    return [
      // a pattern lets others in, who are not to be shut out
      { ...withSplices(server, [instead], 'instead'), ...(isPattern ? { isFallback: true } : {}) },
      withSplices(server, [replace(value, `[${code.slice(value.start, value.end)}, ${next}]`)], 'too'),
    ];
  }
  // What decides by itself is no value to write over.
  const decides = value.type !== 'Literal' && value.type !== 'ArrayExpression' && text === null;
  return [{ ...withSplices(server, [instead]), ...(decides ? { isFallback: true } : {}) }];
}

function written({ code }: ExpressCode, option: string, wish: HeaderWish): string {
  if (option === 'credentials') return 'credentials: true';
  if (option === 'origin') return `origin: ${quoted(wish.value, code)}`;
  const names = option === 'methods' ? [...DEFAULT_METHODS, ...listOf(wish.value)] : listOf(wish.value);
  const unique = [...new Set(names)];
  return `${option}: [${unique.map((name) => quoted(name, code)).join(', ')}]`;
}

const listOf = (value: string): string[] => value.split(',').map((member) => member.trim());

function inParentheses({ code }: ExpressCode, call: CallExpression, text: string): Splice {
  const open = code.indexOf('(', call.callee.end);
  return { start: open + 1, end: call.end - 1, text };
}

/** `app.use(cors(…))` in front of everything, with what has to be imported for it. */
export function insertCors(server: ExpressServer, express: ExpressCode, origin: string): Edit<ExpressServer>[] {
  const { code, app, front, indent, isSnippet, isBare } = express;
  if (isBare) return [];
  const end = semicolon(express);
  const option = origin === '*' ? '' : `{ origin: ${quoted(origin, code)} }`;
  const imports = express.program.body.filter(isImport);
  const name = nameOfPackage(express, 'cors') ?? (isSnippet && imports.length === 0 ? 'cors' : null);
  const last =
    imports.findLast((statement) => code.slice(statement.start, statement.end).includes('express')) ?? imports.at(-1);
  const isModule = last?.type === 'ImportDeclaration';
  const at = Math.min(last ? wholeLines(code, last.start, last.end).end : front, front);
  const imported = isModule ? `import cors from 'cors'${end}\n` : `const cors = require('cors')${end}\n`;
  const use = `${indent}${app}.use(${name ?? 'cors'}(${option}))${end}\n`;
  const splices =
    name !== null || at === front
      ? [{ start: front, end: front, text: atLineStart(code, front) + (name === null ? imported : '') + use }]
      : [
          { start: at, end: at, text: imported },
          { start: front, end: front, text: atLineStart(code, front) + use },
        ];
  return [withSplices(server, splices, 'with the cors package')];
}

/** A middleware that comes too late, put in front of the routes. */
export function moveToFront(server: ExpressServer, express: ExpressCode, at: number): Edit<ExpressServer>[] {
  const { code, front } = express;
  const statement = topStatement(express, at);
  if (statement?.type !== 'ExpressionStatement' || statement.start <= front) return [];
  const lines = withItsComment(express, wholeLines(code, statement.start, statement.end), statement);
  const text = code.slice(lines.start, lines.end);
  const isApart = /\n[ \t]*\n$/.test(code.slice(0, lines.start)) && /^[ \t]*\n/.test(code.slice(lines.end));
  return [
    withSplices(
      server,
      [
        { ...lines, end: isApart ? lineEnd(code, lines.end) : lines.end, text: '' },
        { start: front, end: front, text: text.endsWith('\n') ? text : `${text}\n` },
      ],
      'before the routes',
    ),
  ];
}

/** With the comment above a statement that stands alone: it speaks of nothing else. */
function withItsComment(
  { code, body }: ExpressCode,
  lines: { start: number; end: number },
  statement: AnyNode,
): { start: number; end: number } {
  const isAlone = /^[ \t]*(\n|$)/.test(code.slice(lines.end));
  if (!isAlone || lines.start > statement.start || lineStart(code, lines.start) !== lines.start) return lines;
  const before = body.findLast(({ end }) => end <= statement.start);
  const between = code.slice(before ? lineEnd(code, before.end) : 0, lines.start);
  const comment = /(?:[ \t]*\/\/.*\n|[ \t]*\/\*(?:(?!\*\/)[^])*\*\/[ \t]*\n)*$/.exec(between)?.[0] ?? '';
  return { start: lines.start - comment.length, end: lines.end };
}

/** What keeps the package from answering preflights, and routes that have it for themselves only. */
export function answerWithCors(server: ExpressServer, express: ExpressCode, exchange: Exchange): Edit<ExpressServer>[] {
  const { code, app } = express;
  const edits: Edit<ExpressServer>[] = [];
  for (const call of corsCalls(express)) {
    const options = resolve(express, call.arguments[0]);
    if (options?.type === 'ObjectExpression') {
      for (const name of ['preflightContinue', 'optionsSuccessStatus']) {
        const property = propertyOf(options, name);
        if (!property) continue;
        const isOnly = options.properties.length === 1 && options === call.arguments[0];
        const splice = isOnly
          ? replace(options, '')
          : removeItem(code, options.properties, options.properties.indexOf(property));
        edits.push(withSplices(server, [splice]));
      }
    }
    const statement = topStatement(express, call.start);
    const outer = statement?.type === 'ExpressionStatement' ? statement.expression : null;
    if (outer?.type === 'CallExpression' && calleeName(outer) === 'use')
      edits.push(...moveToFront(server, express, call.start));
  }
  const method = headerValue(exchange.requestHeaders, 'access-control-request-method');
  const route = method ? routeFor(express, method, new URL(exchange.url).pathname) : null;
  const own = route && corsCalls(express).find(({ start, end }) => start >= route.at.start && end <= route.at.end);
  if (route && own) {
    const line = `${app}.options(${quoted(route.pattern, code)}, ${code.slice(own.start, own.end)})${semicolon(express)}`;
    edits.push({
      ...withSplices(server, [linesInFront(code, route.at.start, [line])], 'for this route'),
      does: 'Answer the preflight',
    });
  }
  return edits;
}
