import { Lexer, type Token } from 'marked';
import { readFrontMatter } from './front-matter.ts';
import type { LessonProblem } from './lesson';
import { toBlock } from './markdown-tree.ts';
import type { Block, Prose } from './prose';

type Section = 'opening' | 'action' | 'hints' | 'afterwards' | 'next';

/** The headings of lesson.md. A case begins with its report instead of an idea, and ends with its cause. */
const headings: Record<string, Section> = {
  'The idea': 'opening',
  'The report': 'opening',
  'Do this': 'action',
  Hints: 'hints',
  'What just happened': 'afterwards',
  'The cause': 'afterwards',
  'Now try': 'next',
};
const needed: [Section, string][] = [
  ['opening', 'The idea” or “The report'],
  ['action', 'Do this'],
  ['hints', 'Hints'],
  ['afterwards', 'What just happened” or “The cause'],
];

export type ParsedProse = { ok: true; prose: Prose } | { ok: false; problems: LessonProblem[] };

/** The text of a lesson.md as a tree, or everything that is wrong with it, each with its line. Never throws. */
export function parseProse(text: string): ParsedProse {
  const problems: LessonProblem[] = [];
  const report = (message: string, line?: number): void => {
    problems.push({ file: 'lesson.md', ...(line === undefined ? {} : { line }), message });
  };

  const front = readFrontMatter(text);
  if (!front) {
    report('expected front matter: a line of three dashes, title and summary, and three dashes again', 1);
    return { ok: false, problems };
  }
  for (const [name, { line }] of front.fields) {
    if (!['title', 'summary', 'introduces'].includes(name)) report(`unknown field “${name}” in the front matter`, line);
  }
  const field = (name: string): string => {
    const value = front.fields.get(name)?.value ?? '';
    if (value === '') report(`expected a ${name} in the front matter`, 1);
    return value;
  };
  const title = field('title');
  const summary = field('summary');
  const introduces = (front.fields.get('introduces')?.value ?? '')
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '');

  const sections: Record<Section, Block[]> = { opening: [], action: [], hints: [], afterwards: [], next: [] };
  let current: Section | undefined;
  for (const { token, line } of located(Lexer.lex(front.body), front.bodyLine)) {
    if (token.type === 'space') continue;
    if (token.type === 'heading') {
      const { text: heading, depth } = token as { text: string; depth: number };
      current = depth === 2 ? headings[heading] : undefined;
      if (!current) {
        report(`unknown heading “${heading}”; known are ${Object.keys(headings).map(asHeading).join(', ')}`, line);
      }
      continue;
    }
    if (!current) {
      report(`expected a heading before this text, such as ${asHeading('The idea')}`, line);
      continue;
    }
    const block = toBlock(token, (message) => report(message, line));
    if (block) sections[current].push(block);
  }
  for (const [section, heading] of needed) {
    if (sections[section].length === 0) report(`expected a section “${heading}”`);
  }
  const hints = sections.hints.flatMap((block) => (block.type === 'list' ? block.items : []));
  if (sections.hints.some((block) => block.type !== 'list')) report('hints are a list, one hint an item');
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, prose: { title, summary, introduces, ...sections, hints } };
}

const asHeading = (text: string): string => `“## ${text}”`;

/** Tokens with the line they begin on: marked keeps the source of each token, and together they are the whole text. */
function located(tokens: readonly Token[], firstLine: number): { token: Token; line: number }[] {
  let line = firstLine;
  return tokens.map((token) => {
    const here = { token, line };
    line += token.raw.split('\n').length - 1;
    return here;
  });
}
