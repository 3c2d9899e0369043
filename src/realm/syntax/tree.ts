import { parse as parseWith, type AnyNode, type Options, type Program, type Property } from 'acorn';

const OPTIONS: Options = {
  ecmaVersion: 'latest',
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
  locations: true,
};

/** The syntax tree with offsets into the text as it was written; null where it is no JavaScript. */
export function parseCode(code: string): Program | null {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parseWith(code, { ...OPTIONS, sourceType });
    } catch {
      continue;
    }
  }
  return null;
}

/** Every node, outer before inner, in the order of the text. */
export function nodesOf(root: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      found.push(value);
      for (const [key, child] of Object.entries(value)) if (key !== 'loc') visit(child);
    }
  };
  visit(root);
  return found;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The text of a string literal or of a template without substitutions. */
export function stringOf(node: AnyNode | null | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]!.value.cooked ?? null;
  return null;
}

/** The name of a property that is written as such. */
export function keyOf(property: Property): string | null {
  const { key, computed } = property;
  if (key.type === 'Identifier' && !computed) return key.name;
  return key.type === 'Literal' ? String(key.value) : null;
}

/** `text` as a literal, in the quotes that the code uses. */
export function quoted(text: string, code: string): string {
  const quote = (code.match(/"/g)?.length ?? 0) > (code.match(/'/g)?.length ?? 0) ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
