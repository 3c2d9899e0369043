import type { AnyNode } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { addProperty } from '../../javascript/objects';
import { quoted } from '../../javascript/parse';
import { indentAt, lineEnd, lineStart, type Splice } from '../../splice';
import type { HeaderWish } from '../../wish';
import type { Edit } from '../edit';
import {
  calleeName,
  handlerAround,
  innermost,
  isFunction,
  routeFor,
  semicolon,
  type ExpressCode,
  type Handler,
} from './code';
import { atLineStart } from './cors-package';
import { settersOf, type Setter } from './setters';
import { replace, withSplices } from './values';

const ORIGIN = 'Access-Control-Allow-Origin';

/** Beside the line that allows the origin. */
export function insertBesideOrigin(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  exchange: Exchange,
): Edit<ExpressServer>[] {
  if (wish.name === ORIGIN) return [];
  return settersOf(express, ORIGIN, exchange).flatMap((setter) => {
    const splice = beside(express, setter, wish);
    return splice ? [withSplices(server, [splice])] : [];
  });
}

function beside(express: ExpressCode, { node, method, statement }: Setter, wish: HeaderWish): Splice | null {
  const { code } = express;
  const args = `${quoted(wish.name, code)}, ${quoted(wish.value, code)}`;
  if (node.type === 'Property') {
    const object = innermost(express, [node.start, node.end], (each) => each.type === 'ObjectExpression');
    return object?.type === 'ObjectExpression' ? addProperty(code, object, args.replace(', ', ': ')) : null;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  if (!statement) return { start: node.end, end: node.end, text: `.${method}(${args})` };
  const response = code.slice(node.callee.object.start, node.callee.object.end);
  const handler = handlerAround(express, [node.start, node.end]);
  if (wish.name === 'Vary')
    return handler ? atStart(express, handler, `${response}.vary(${quoted(wish.value, code)})`) : null;
  return after(express, statement, `${response}.${method}(${args})`);
}

/** A statement on the line behind another. */
function after(express: ExpressCode, statement: AnyNode, text: string): Splice {
  const { code } = express;
  const at = lineEnd(code, statement.end);
  const line = `${indentAt(code, statement.start)}${text}${semicolon(express)}`;
  return code[at - 1] === '\n' ? { start: at, end: at, text: `${line}\n` } : { start: at, end: at, text: `\n${line}` };
}

/** As the first statement of a function. */
function atStart(express: ExpressCode, { node }: Handler, text: string): Splice | null {
  const { code } = express;
  if (node.body.type !== 'BlockStatement') return null;
  const [first] = node.body.body;
  if (!first) return null;
  const at = lineStart(code, first.start);
  if (at <= node.body.start) return { start: first.start, end: first.start, text: `${text}${semicolon(express)} ` };
  return { start: at, end: at, text: `${indentAt(code, first.start)}${text}${semicolon(express)}\n` };
}

/** In the handler that answered: the narrowest place, and often one line. */
export function insertInHandler(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  exchange: Exchange,
): Edit<ExpressServer>[] {
  const { code, nodes } = express;
  const line = exchange.source?.line;
  if (line === undefined || exchange.kind === 'preflight') return [];
  const answer = nodes.find(
    (node) =>
      node.type === 'CallExpression' &&
      node.loc!.start.line <= line &&
      node.loc!.end.line >= line &&
      handlerAround(express, [node.start, node.end]) &&
      !nodesHoldFunction(express, node),
  );
  const handler = answer && handlerAround(express, [answer.start, answer.end]);
  if (!answer || !handler) return [];
  const args = `${quoted(wish.name, code)}, ${quoted(wish.value, code)}`;
  const start = atStart(express, handler, `${handler.response}.set(${args})`);
  if (start) return [withSplices(server, [start], 'in this route')];
  // (req, res) => res.json(…)
  const root = nodes.find(
    (node) =>
      node.type === 'Identifier' &&
      node.name === handler.response &&
      node.start >= handler.node.body.start &&
      node.end <= handler.node.body.end,
  );
  return root
    ? [withSplices(server, [{ start: root.end, end: root.end, text: `.set(${args})` }], 'in this route')]
    : [];
}

function nodesHoldFunction({ nodes }: ExpressCode, outer: AnyNode): boolean {
  return nodes.some((node) => node !== outer && isFunction(node) && node.start >= outer.start && node.end <= outer.end);
}

/** A middleware of its own, in front of everything. */
export function insertMiddleware(server: ExpressServer, express: ExpressCode, wish: HeaderWish): Edit<ExpressServer> {
  const { code, app, front } = express;
  const end = semicolon(express);
  const lines = [
    `${app}.use((req, res, next) => {`,
    `  res.set(${quoted(wish.name, code)}, ${quoted(wish.value, code)})${end}`,
    `  next()${end}`,
    `})${end}`,
    '',
  ];
  return withSplices(
    server,
    [{ start: front, end: front, text: atLineStart(code, front) + lines.join('\n') }],
    'for all routes',
  );
}

/** The preflight of one route, answered in front of it. */
export function insertOptionsRoute(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  exchange: Exchange,
): Edit<ExpressServer>[] {
  const { code, app } = express;
  const method = exchange.requestHeaders.find(([name]) => name.toLowerCase() === 'access-control-request-method')?.[1];
  const route = method ? routeFor(express, method, new URL(exchange.url).pathname) : null;
  if (!route || exchange.kind !== 'preflight') return [];
  const end = semicolon(express);
  const lines = [
    `${app}.options(${quoted(route.pattern, code)}, (req, res) => {`,
    `  res.set(${quoted(wish.name, code)}, ${quoted(wish.value, code)})${end}`,
    `  res.sendStatus(204)${end}`,
    `})${end}`,
    '',
  ];
  return [
    withSplices(server, [{ start: route.at.start, end: route.at.start, text: lines.join('\n') }], 'for this route'),
  ];
}

/** Behind the lines that set the headers, or with the right status where it is answered already. */
export function answerPreflight(
  server: ExpressServer,
  express: ExpressCode,
  exchange: Exchange,
): Edit<ExpressServer>[] {
  const { code, nodes } = express;
  const line = exchange.source?.line ?? 0;
  const edits = nodes.flatMap((node): Edit<ExpressServer>[] => {
    const isThere = node.loc!.start.line <= line && node.loc!.end.line >= line;
    if (node.type !== 'CallExpression' || !isThere || !STATUS.test(calleeName(node) ?? '')) return [];
    const [status] = node.arguments;
    if (status?.type !== 'Literal' || typeof status.value !== 'number' || !isForOptions(express, node)) return [];
    return [withSplices(server, [replace(status, '204')])];
  });
  const setters = settersOf(express, ORIGIN, exchange);
  for (const { node, statement } of setters) {
    const handler = handlerAround(express, [node.start, node.end]);
    if (!statement || !handler || handler.node.params.length < 3) continue;
    const last = lastCorsStatement(express, handler, statement);
    const text = `if (${handler.request}.method === ${quoted('OPTIONS', code)}) return ${handler.response}.sendStatus(204)`;
    edits.push(withSplices(server, [after(express, last, text)]));
  }
  return edits;
}

const STATUS = /^(sendStatus|status|writeHead)$/;

/** It answers OPTIONS and nothing else: any other request keeps its status. */
function isForOptions(express: ExpressCode, call: AnyNode): boolean {
  const { code, nodes } = express;
  return nodes.some((node) => {
    const [from, to] =
      node.type === 'IfStatement'
        ? [node.consequent.start, node.consequent.end]
        : node.type === 'CallExpression' && calleeName(node) === 'options'
          ? [node.start, node.end]
          : [0, 0];
    if (call.start < from || call.end > to) return false;
    return node.type !== 'IfStatement' || /===?\s*['"]OPTIONS['"]/.test(code.slice(node.test.start, node.test.end));
  });
}

/** Of the statements of the handler's own block that set a header of CORS, the last. */
function lastCorsStatement(express: ExpressCode, { node }: Handler, from: AnyNode): AnyNode {
  if (node.body.type !== 'BlockStatement') return from;
  const isCors = (statement: AnyNode) =>
    /access-control-/i.test(express.code.slice(statement.start, statement.end)) && statement.start >= from.start;
  return (
    node.body.body.findLast(isCors) ??
    node.body.body.find(({ start, end }) => start <= from.start && end >= from.end) ??
    from
  );
}
