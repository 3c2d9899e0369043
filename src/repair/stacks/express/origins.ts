import type { AnyNode, ArrayExpression } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import { addItem } from '../../javascript/objects';
import { quoted, stringOf } from '@/realm/syntax/tree';
import { listWith } from '../../list-text';
import { indentAt, type Splice } from '../../splice';
import { isLikeOrigin, isMisspelt, isOther } from '../origin-text';
import type { Edit } from '../edit';
import type { ExpressCode } from './code';
import { inEnvironment, quotedLike, replace, withSplices } from './values';

/** Lists of allowed origins, wherever the code keeps one: the origin put right, or one more. */
export function editOriginLists(server: ExpressServer, express: ExpressCode, origin: string): Edit<ExpressServer>[] {
  const { code, nodes } = express;
  const edits: Edit<ExpressServer>[] = [];
  for (const node of nodes) {
    if (node.type === 'ArrayExpression' && isListWithout(node, origin)) {
      const wrong = node.elements.find((element) => isMisspelt(stringOf(element) ?? '', origin));
      edits.push(
        wrong
          ? withSplices(server, [replace(wrong, quotedLike(origin, wrong, code))], 'in the list')
          : withSplices(server, [addItem(code, node, node.elements, quoted(origin, code))], 'too'),
      );
    }
    const text = stringOf(node);
    if (text === null || text === origin) continue;
    // 'https://a.example,https://b.example'.split(',')
    if (/^[^,\s]+(,\s*[^,\s]+)+$/.test(text) && text.split(',').every((part) => isLikeOrigin(part.trim()))) {
      edits.push(withSplices(server, [replace(node, quotedLike(`${text},${origin}`, node, code))], 'too'));
    }
  }
  edits.push(...comparisons(server, express, origin), ...environment(server, origin));
  return edits;
}

function isListWithout({ elements }: ArrayExpression, origin: string): boolean {
  return elements.some(isAllowed) && !elements.some((element) => stringOf(element) === origin);
}

function isAllowed(element: AnyNode | null): boolean {
  if (element?.type === 'Literal' && 'regex' in element && element.regex) return true;
  const text = stringOf(element);
  return text !== null && isLikeOrigin(text);
}

/** `origin === 'https://app.example.com'`, and the same as a case of a switch. */
function comparisons(server: ExpressServer, express: ExpressCode, origin: string): Edit<ExpressServer>[] {
  const { nodes, code } = express;
  return nodes.flatMap((node): Edit<ExpressServer>[] => {
    const sides =
      node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)
        ? [node.left as AnyNode, node.right]
        : node.type === 'SwitchCase' && node.test && node.consequent.length > 0
          ? [node.test as AnyNode]
          : [];
    return sides.flatMap((side): Edit<ExpressServer>[] => {
      const text = stringOf(side);
      if (text === null || text === origin || !isLikeOrigin(text)) return [];
      const other = quotedLike(origin, side, code);
      const instead = withSplices(server, [replace(side, other)], isOther(text, origin) ? 'instead' : undefined);
      return isOther(text, origin)
        ? [instead, withSplices(server, [oneMore(express, node, side, other)], 'too')]
        : [instead];
    });
  });
}

/** The comparison, made with one more origin. */
function oneMore(express: ExpressCode, node: AnyNode, side: AnyNode, other: string): Splice {
  const { code, nodes } = express;
  if (node.type === 'SwitchCase') {
    return { start: node.start, end: node.start, text: `case ${other}:\n${indentAt(code, node.start)}` };
  }
  const text = code.slice(node.start, node.end);
  const joins = node.type === 'BinaryExpression' && node.operator.startsWith('!') ? '&&' : '||';
  const again = text.slice(0, side.start - node.start) + other + text.slice(side.end - node.start);
  const both = `${text} ${joins} ${again}`;
  const around = nodes.findLast((each) => each !== node && each.start <= node.start && each.end >= node.end);
  const isPart =
    around?.type === 'LogicalExpression'
      ? around.operator !== joins
      : around?.type === 'UnaryExpression' || around?.type === 'BinaryExpression';
  return replace(node, isPart ? `(${both})` : both);
}

function environment(server: ExpressServer, origin: string): Edit<ExpressServer>[] {
  return Object.entries(server.env ?? {}).flatMap(([name, value]) => {
    const parts = value.split(',').map((part) => part.trim());
    if (value === '' || !parts.every((part) => isLikeOrigin(part))) return [];
    const withValue = (next: string, how = ''): Edit<ExpressServer> => ({
      server: { ...server, env: { ...server.env, [name]: next } },
      how: how === '' ? `in ${name}` : `${how} in ${name}`,
    });
    const same = parts.findIndex((part) => isMisspelt(part, origin));
    if (same !== -1) return [withValue(parts.with(same, origin).join(','))];
    return [
      ...(parts.length === 1 ? inEnvironment(server, name, origin) : []),
      withValue(listWith(value, origin), 'too'),
    ];
  });
}
