import type { AnyNode, ObjectExpression, Property } from 'acorn';
import { keyOf } from '@/realm/syntax/tree';
import { indentAt, lineEnd, lineStart, type Splice } from '../splice';

/** The property of that name; case counts only where `exact`. */
export function propertyOf(
  object: ObjectExpression,
  name: string,
  { exact = true }: { exact?: boolean } = {},
): Property | undefined {
  const fold = (text: string) => (exact ? text : text.toLowerCase());
  return object.properties.find((property): property is Property => {
    const key = property.type === 'Property' ? keyOf(property) : null;
    return key !== null && fold(key) === fold(name);
  });
}

/** Takes an item out of a list of properties, arguments or elements, with its comma and the line it has for itself. */
export function removeItem(code: string, items: readonly AnyNode[], index: number): Splice {
  const item = items[index]!;
  const [before, after] = [items[index - 1], items[index + 1]];
  const first = lineStart(code, item.start);
  const last = lineEnd(code, item.end);
  const alone =
    code.slice(first, item.start).trim() === '' && /^,?\s*(\/\/.*)?$/.test(code.slice(item.end, last).trim());
  if (alone && (after || !before)) return { start: first, end: last, text: '' };
  if (after) return { start: item.start, end: after.start, text: '' };
  if (before) return { start: before.end, end: item.end, text: '' };
  return { start: item.start, end: item.end, text: '' };
}

/** Adds `text` (`name: value`) as the last property, in the style of the object. */
export function addProperty(code: string, object: ObjectExpression, text: string): Splice {
  return addItem(code, object, object.properties, text, true);
}

/** Adds an item before the closing bracket of `list`: on a line of its own where the others are. */
export function addItem(
  code: string,
  list: AnyNode,
  items: readonly (AnyNode | null)[],
  text: string,
  spaced = false,
): Splice {
  const last = items.findLast((item) => item !== null);
  if (!last) {
    const inside = spaced ? ` ${text} ` : text;
    return { start: list.start + 1, end: list.end - 1, text: inside };
  }
  const ownLines = code.slice(list.start, last.start).includes('\n');
  const rest = code.slice(last.end, list.end - 1);
  const comma = /^\s*,/.exec(rest);
  const at = last.end + (comma?.[0].length ?? 0);
  if (!ownLines) return { start: at, end: at, text: `${comma ? '' : ','} ${text}` };
  // Behind the last one's comma and what is said about it.
  const behind = /^[ \t]*(\/\/[^\n]*|#[^\n]*)?(?=\n)/.exec(code.slice(at, list.end - 1))?.[0] ?? '';
  return {
    start: last.end,
    end: at + behind.length,
    text: `,${behind}\n${indentAt(code, last.start)}${text}${comma ? ',' : ''}`,
  };
}
