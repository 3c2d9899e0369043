import type { AnyNode, ArrayExpression } from 'acorn';
import type { ExpressServer } from '@/scenario/document';
import { addItem } from '../../javascript/objects';
import { quoted, stringOf } from '@/realm/syntax/tree';
import { isLikeOrigin, isMisspelt } from '../origin-text';
import type { Edit } from '../edit';
import type { ExpressCode } from './code';
import { quotedLike, replace, withSplices } from './values';

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

/** `origin === 'https://app.example.com'` */
function comparisons(server: ExpressServer, { nodes, code }: ExpressCode, origin: string): Edit<ExpressServer>[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'BinaryExpression' || !/^===?$/.test(node.operator)) return [];
    return [node.left as AnyNode, node.right].flatMap((side) => {
      const text = stringOf(side);
      return text !== null && text !== origin && isLikeOrigin(text)
        ? [withSplices(server, [replace(side, quotedLike(origin, side, code))])]
        : [];
    });
  });
}

function environment(server: ExpressServer, origin: string): Edit<ExpressServer>[] {
  return Object.entries(server.env ?? {}).flatMap(([name, value]) => {
    const parts = value.split(',').map((part) => part.trim());
    if (value === '' || !parts.every((part) => isLikeOrigin(part))) return [];
    const withValue = (next: string): Edit<ExpressServer> => ({
      server: { ...server, env: { ...server.env, [name]: next } },
      how: `in ${name}`,
    });
    const same = parts.findIndex((part) => isMisspelt(part, origin));
    return [
      ...(same === -1 ? [] : [withValue(parts.with(same, origin).join(','))]),
      withValue(origin),
      withValue(`${value},${origin}`),
    ];
  });
}
