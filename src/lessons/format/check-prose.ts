import type { LessonProblem } from './lesson';
import { inlineRuns, type Inline, type Prose } from './prose';

export interface KnownNames {
  /** Ids of the glossary. */
  terms: ReadonlySet<string>;
  /** Ids of lessons and cases; undefined where they are not known, and links to them are not checked. */
  lessons?: ReadonlySet<string>;
  /** Lower case. */
  headers: ReadonlySet<string>;
}

/** What prose refers to and nobody knows: terms, lessons, misspelt headers. */
export function checkProse(prose: Prose, { terms, lessons, headers }: KnownNames): LessonProblem[] {
  const nodes = runsOf(prose).flatMap(nodesOf);
  const unknown = nodes.flatMap((node): string[] => {
    if (typeof node === 'string') return [];
    if (node.type === 'term' && !terms.has(node.id)) return [`no term “${node.id}” stands in the glossary`];
    if (node.type === 'lesson' && lessons?.has(node.id) === false) return [`there is no lesson “${node.id}”`];
    if (node.type === 'code' && misspelt(node.text, headers)) return [`no header known as “${node.text}”`];
    return [];
  });
  const introduced = prose.introduces
    .filter((term) => !terms.has(term))
    .map((term) => `introduces “${term}”, which does not stand in the glossary`);
  return [...introduced, ...unknown].map((message) => ({ file: 'lesson.md', message }));
}

/** Every list of inline nodes, in order of reading. */
export const runsOf = (prose: Prose): Inline[][] => [
  [prose.title],
  [prose.summary],
  ...[prose.opening, prose.action, prose.afterwards, prose.next].flatMap((blocks) => inlineRuns(blocks)),
  ...prose.hints,
];

export const nodesOf = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node) =>
    typeof node === 'object' && 'children' in node ? [node, ...nodesOf(node.children)] : [node],
  );

/** The header that a piece of code names: `Access-Control-Max-Age`, `Vary: Origin`. */
export function headerIn(code: string): string | undefined {
  return /^([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+)(?::.*)?$/.exec(code)?.[1];
}

function misspelt(code: string, headers: ReadonlySet<string>): boolean {
  const name = headerIn(code);
  return name !== undefined && !headers.has(name.toLowerCase());
}
