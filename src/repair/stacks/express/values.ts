import type { AnyNode } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import { addItem } from '../../javascript/objects';
import { quoted, stringOf } from '@/realm/syntax/tree';
import { listWith } from '../../list-text';
import { spliced, type Splice } from '../../splice';
import type { HeaderWish } from '../../wish';
import type { Edit } from '../edit';
import { isOther } from '../origin-text';
import { resolve, type ExpressCode } from './code';

export function withSplices(server: ExpressServer, splices: readonly Splice[], how?: string): Edit<ExpressServer> {
  const edited = { ...server, code: spliced(server.code, splices) };
  return how === undefined ? { server: edited } : { server: edited, how };
}

export const replace = ({ start, end }: AnyNode, text: string): Splice => ({ start, end, text });

/** Ways to write an expression that gives a header's value so that it gives the wished one. */
export function editValue(
  server: ExpressServer,
  express: ExpressCode,
  node: AnyNode,
  wish: HeaderWish,
): Edit<ExpressServer>[] {
  const { code } = express;
  const value = resolve(express, node) ?? node;
  const text = stringOf(value);
  if (text !== null) {
    const next = wish.adds ? listWith(text, wish.value) : wish.value;
    const how = !wish.adds && isOther(text, wish.value) ? 'instead' : undefined;
    return [withSplices(server, [replace(value, quotedLike(next, value, code))], how)];
  }
  if (value.type === 'ArrayExpression') {
    if (!wish.adds) return [withSplices(server, [replace(value, quoted(wish.value, code))])];
    return [withSplices(server, [addItem(code, value, value.elements, quoted(wish.value, code))])];
  }
  // ['GET', 'PUT'].join(', ')
  if (value.type === 'CallExpression' && value.callee.type === 'MemberExpression' && wish.adds) {
    const list = resolve(express, value.callee.object as AnyNode);
    if (list?.type === 'ArrayExpression') {
      return [withSplices(server, [addItem(code, list, list.elements, quoted(wish.value, code))])];
    }
  }
  const variable = environmentName(value);
  if (variable !== null) {
    const next = wish.adds ? listWith(server.env?.[variable] ?? '', wish.value) : wish.value;
    return [{ server: { ...server, env: { ...server.env, [variable]: next } }, how: `in ${variable}` }];
  }
  if (value.type === 'LogicalExpression') {
    return [value.left, value.right].flatMap((side) => editValue(server, express, side, wish));
  }
  if (value.type === 'ConditionalExpression') {
    return [value.consequent, value.alternate].flatMap((side) => editValue(server, express, side, wish));
  }
  return wish.adds ? [] : [withSplices(server, [replace(node, quoted(wish.value, code))])];
}

/** `process.env.NAME` */
export function environmentName(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return null;
  const { object } = node;
  return object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'env'
    ? node.property.name
    : null;
}

/** The variable that holds the origin, where it is not a list of them: those are edited as lists. */
export function inEnvironment(server: ExpressServer, variable: string, origin: string): Edit<ExpressServer>[] {
  const before = server.env?.[variable] ?? '';
  if (before.includes(',')) return [];
  const how = isOther(before, origin) ? `in ${variable} instead` : `in ${variable}`;
  return [{ server: { ...server, env: { ...server.env, [variable]: origin } }, how }];
}

/** In the quotes that stand there. */
export function quotedLike(text: string, node: AnyNode, code: string): string {
  const quote = code[node.start]!;
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
