import type { AnyNode } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import { addItem } from '../../javascript/objects';
import { quoted, stringOf } from '@/realm/syntax/tree';
import { spliced, type Splice } from '../../splice';
import type { HeaderWish } from '../../wish';
import type { Edit } from '../edit';
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
    const next = wish.adds && text.trim() !== '' ? `${text.replace(/[\s,]+$/, '')}, ${wish.value}` : wish.value;
    return [withSplices(server, [replace(value, quotedLike(next, value, code))])];
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
    const before = server.env?.[variable];
    const next = wish.adds && before ? `${before}, ${wish.value}` : wish.value;
    return [{ server: { ...server, env: { ...server.env, [variable]: next } }, how: `in ${variable}` }];
  }
  if (value.type === 'LogicalExpression') {
    return [value.left, value.right].flatMap((side) => editValue(server, express, side, wish));
  }
  return wish.adds ? [] : [withSplices(server, [replace(node, quoted(wish.value, code))])];
}

/** `process.env.NAME` */
function environmentName(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return null;
  const { object } = node;
  return object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'env'
    ? node.property.name
    : null;
}

/** In the quotes that stand there. */
export function quotedLike(text: string, node: AnyNode, code: string): string {
  const quote = code[node.start]!;
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
