import type { AnyNode } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { addProperty } from '../../javascript/objects';
import { quoted } from '@/realm/syntax/tree';
import { atLineStart, indentAt, lineEnd, lineStart, type Splice } from '../../splice';
import type { HeaderWish } from '../../wish';
import type { Edit } from '../edit';
import { handlerAround, innermost, isFunction, semicolon, type ExpressCode, type Handler } from './code';
import { settersOf, type Setter } from './setters';
import { withSplices } from './values';

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
export function after(express: ExpressCode, statement: AnyNode, text: string): Splice {
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
  // A server of Node's own has one handler for all.
  if (line === undefined || (exchange.kind === 'preflight' && !express.isBare)) return [];
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
  const set = express.isBare ? 'setHeader' : 'set';
  const start = atStart(express, handler, `${handler.response}.${set}(${args})`);
  if (start) return [withSplices(server, [start], placeOf(express, handler))];
  // (req, res) => res.json(…)
  const root = nodes.find(
    (node) =>
      node.type === 'Identifier' &&
      node.name === handler.response &&
      node.start >= handler.node.body.start &&
      node.end <= handler.node.body.end,
  );
  return root
    ? [withSplices(server, [{ start: root.end, end: root.end, text: `.${set}(${args})` }], placeOf(express, handler))]
    : [];
}

function placeOf({ isBare }: ExpressCode, { node }: Handler): string | undefined {
  if (isBare) return undefined;
  return node.params.length === 4 ? 'in the error handler' : 'in this route';
}

function nodesHoldFunction({ nodes }: ExpressCode, outer: AnyNode): boolean {
  return nodes.some((node) => node !== outer && isFunction(node) && node.start >= outer.start && node.end <= outer.end);
}

/** A middleware of its own, in front of everything. */
export function insertMiddleware(server: ExpressServer, express: ExpressCode, wish: HeaderWish): Edit<ExpressServer>[] {
  const { code, app, front, indent, isBare } = express;
  if (isBare) return [];
  const end = semicolon(express);
  const lines = [
    `${app}.use((req, res, next) => {`,
    `  res.set(${quoted(wish.name, code)}, ${quoted(wish.value, code)})${end}`,
    `  next()${end}`,
    `})${end}`,
  ];
  const text = lines.map((line) => `${indent}${line}\n`).join('');
  return [withSplices(server, [{ start: front, end: front, text: atLineStart(code, front) + text }], 'for all routes')];
}
