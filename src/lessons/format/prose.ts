/** Lesson prose after parsing: a small tree that is drawn without any HTML of the author's. */

export type Inline =
  | string
  | { type: 'code'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  /** `[text](term:id)`: an entry of the glossary. */
  | { type: 'term'; id: string; children: Inline[] }
  /** `[text](lesson:id)`: another lesson or case of the course. */
  | { type: 'lesson'; id: string; children: Inline[] }
  /** Any other link: http or https only. */
  | { type: 'link'; href: string; children: Inline[] };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] }
  | { type: 'code'; language: string; text: string }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] };

/** What stands in lesson.md. */
export interface Prose {
  title: string;
  /** One sentence, for the course's list. */
  summary: string;
  /** Glossary terms that this lesson explains for the first time. */
  introduces: string[];
  /** The idea of a lesson; the report of a case. */
  opening: Block[];
  /** What to do: the goal in words. */
  action: Block[];
  /** Of increasing help; only the last may give the answer. */
  hints: Inline[][];
  /** Shown after success. */
  afterwards: Block[];
  /** One thing to try next; empty where there is none. */
  next: Block[];
}

/** The text of inline nodes without their marks. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : node.type === 'code' ? node.text : plainText(node.children)))
    .join('');
}

/** Every list of inline nodes in the blocks, in order of reading. */
export function inlineRuns(blocks: readonly Block[]): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    switch (block.type) {
      case 'paragraph':
        return [block.children];
      case 'list':
        return block.items;
      case 'table':
        return [...block.head, ...block.rows.flat()];
      case 'code':
        return [];
    }
  });
}
