import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { parseProse } from '../../src/lessons/format/parse-prose.ts';
import type { LessonProblem } from '../../src/lessons/format/lesson.ts';
import type { Prose } from '../../src/lessons/format/prose.ts';

const index = 'virtual:lessons';

/**
 * Compiles the prose of the lessons at build time, so that the page carries no Markdown parser:
 * `lesson.md` becomes a module with its tree, and `virtual:lessons` what the lists show of each.
 */
export function lessons(): Plugin {
  let root = '';
  return {
    name: 'lessons',
    enforce: 'pre',
    configResolved(config) {
      root = path.join(config.root, 'src/lessons');
    },
    resolveId: (source) => (source === index ? `\0${index}` : null),
    load(id) {
      if (id !== `\0${index}`) return null;
      const entries = ['course', 'cases'].flatMap((shelf) =>
        foldersOf(path.join(root, shelf)).map((folder) => {
          const file = path.join(root, shelf, folder, 'lesson.md');
          this.addWatchFile(file);
          const text = readFileSync(file, 'utf8');
          const { title, summary, introduces } = proseOf(text, file);
          return [folder, { title, summary, shelf, introduces, minutes: minutesFor(text) }];
        }),
      );
      return `export default ${JSON.stringify(Object.fromEntries(entries))};`;
    },
    transform(text, id) {
      if (!id.endsWith('/lesson.md')) return null;
      return { code: `export default ${JSON.stringify(proseOf(text, id))};`, map: { mappings: '' } };
    },
  };
}

/** To read the prose at two hundred words a minute, and as long again or a little more to try. */
function minutesFor(text: string): number {
  return Math.round(text.split(/\s+/).length / 200 + 2);
}

function foldersOf(shelf: string): string[] {
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(shelf, entry.name, 'lesson.md')))
    .map(({ name }) => name)
    .sort();
}

function proseOf(text: string, file: string): Prose {
  const parsed = parseProse(text);
  if (parsed.ok) return parsed.prose;
  throw new Error(parsed.problems.map((problem) => describe(problem, file)).join('\n'));
}

function describe({ line, message }: LessonProblem, file: string): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}
