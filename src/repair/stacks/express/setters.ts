import type { AnyNode, CallExpression, Property } from 'acorn';
import type { Exchange } from '@/scenario/result';
import { keyOf, stringOf } from '@/realm/syntax/tree';
import { calleeName, innermost, type ExpressCode } from './code';

/** Where code sets a header by hand: `res.set(name, value)` and its like, or a property of an object of headers. */
export interface Setter {
  value: AnyNode;
  /** The call, or the property. */
  node: AnyNode;
  /** The name of the method; null for a property. */
  method: string | null;
  /** The call is a statement by itself. */
  statement: AnyNode | null;
}

const METHODS = new Set(['set', 'header', 'setHeader', 'append']);

/** Every place that sets the header; those on the line that the answer's header came from, if that is known. */
export function settersOf(express: ExpressCode, name: string, exchange?: Exchange): Setter[] {
  const all = express.nodes.flatMap((node): Setter[] => {
    if (node.type === 'CallExpression' && METHODS.has(calleeName(node) ?? '')) {
      const [key, value] = node.arguments;
      if (!value || stringOf(key)?.toLowerCase() !== name.toLowerCase()) return [];
      return [{ value, node, method: calleeName(node), statement: statementOf(express, node) }];
    }
    if (node.type !== 'Property' || keyOf(node as Property)?.toLowerCase() !== name.toLowerCase()) return [];
    return [{ value: node.value, node, method: null, statement: null }];
  });
  const line = exchange?.source?.headers?.find((header) => header.name.toLowerCase() === name.toLowerCase())?.line;
  const there = all.filter(
    ({ node }) => line !== undefined && node.loc!.start.line <= line && node.loc!.end.line >= line,
  );
  return there.length > 0 ? there : all;
}

function statementOf(express: ExpressCode, call: CallExpression): AnyNode | null {
  return (
    innermost(express, [call.start, call.end], (node): node is AnyNode => {
      return node.type === 'ExpressionStatement' && node.expression === call;
    }) ?? null
  );
}
