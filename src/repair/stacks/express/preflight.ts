import type { AnyNode } from 'acorn';
import { headerValue } from '@/explain/headers';
import type { ExpressServer } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { quoted } from '@/realm/syntax/tree';
import type { HeaderWish } from '../../wish';
import type { Edit } from '../edit';
import { calleeName, handlerAround, routeFor, semicolon, type ExpressCode, type Handler } from './code';
import { linesInFront } from '../../splice';
import { after } from './insertions';
import { settersOf } from './setters';
import { replace, withSplices } from './values';

const ORIGIN = 'Access-Control-Allow-Origin';

/** The preflight of one route, answered in front of it. */
export function insertOptionsRoute(
  server: ExpressServer,
  express: ExpressCode,
  wish: HeaderWish,
  exchange: Exchange,
): Edit<ExpressServer>[] {
  const { code, app } = express;
  const method = headerValue(exchange.requestHeaders, 'access-control-request-method');
  const route = method ? routeFor(express, method, new URL(exchange.url).pathname) : null;
  if (!route || exchange.kind !== 'preflight') return [];
  const end = semicolon(express);
  const lines = [
    `${app}.options(${quoted(route.pattern, code)}, (req, res) => {`,
    `  res.set(${quoted(wish.name, code)}, ${quoted(wish.value, code)})${end}`,
    `  res.sendStatus(204)${end}`,
    `})${end}`,
  ];
  return [withSplices(server, [linesInFront(code, route.at.start, lines)], 'for this route')];
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
    if (!statement || !handler || (handler.node.params.length < 3 && !express.isBare)) continue;
    const answer = express.isBare ? 'writeHead(204).end()' : 'sendStatus(204)';
    const last = lastCorsStatement(express, handler, statement);
    const text = `if (${handler.request}.method === ${quoted('OPTIONS', code)}) return ${handler.response}.${answer}`;
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
