import type { ExpressServer } from '@/scenario/document';
import { nodesOf } from '@/realm/syntax/tree';
import { lineStart } from '../../splice';
import type { Edit } from '../edit';
import { isFunction, semicolon, type ExpressCode } from './code';
import { after } from './insertions';
import { withSplices } from './values';

/** Middleware that takes `next` and never calls it: it does, last of all. */
export function callNext(server: ExpressServer, express: ExpressCode): Edit<ExpressServer>[] {
  const { code, nodes } = express;
  return nodes.flatMap((node): Edit<ExpressServer>[] => {
    if (!isFunction(node) || node.body.type !== 'BlockStatement') return [];
    const next = node.params.length === 3 ? node.params[2] : undefined;
    if (next?.type !== 'Identifier') return [];
    const isUsed = nodesOf(node.body).some((each) => each.type === 'Identifier' && each.name === next.name);
    const last = node.body.body.at(-1);
    if (isUsed || !last) return [];
    const call = `${next.name}()`;
    const hasOwnLine =
      lineStart(code, last.start) > node.body.start && code.slice(last.end, node.body.end).includes('\n');
    const separator = /[;}]/.test(code[last.end - 1]!) ? ' ' : '; ';
    const splice = hasOwnLine
      ? after(express, last, call)
      : { start: last.end, end: last.end, text: `${separator}${call}${semicolon(express)}` };
    return [withSplices(server, [splice], `with ${call}`)];
  });
}
