import type { Directive } from '@/servers/nginx/config/read-directives';
import { indentAt, lineEnd, lineStart, type Splice } from '../../splice';
import type { Block } from './code';

/** A word as it is written: in the quotes that stand there, or where it needs some. */
export function wordFor(text: string, like = ''): string {
  const quote = /^["']/.exec(like)?.[0] ?? (text === '' || /[\s;{}"'#\\]/.test(text) ? '"' : '');
  return quote === '' ? text : quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

/** Another word in the place of an argument, counted from 0. */
export function replaceArg(code: string, { extents }: Directive, index: number, text: string): Splice {
  const extent = extents[index + 1]!;
  return { ...extent, text: wordFor(text, code.slice(extent.start, extent.end)) };
}

/** One more argument at the end. */
export function appendArg({ extents }: Directive, text: string): Splice {
  const { end } = extents.at(-1)!;
  return { start: end, end, text: ` ${text}` };
}

/** Lines of text behind a directive: on lines of their own where it ends one. */
export function insertAfter(code: string, { extent: { start, end } }: Directive, lines: readonly string[]): Splice {
  if (!/^[ \t]*(#.*)?$/.test(code.slice(end, lineEnd(code, end)).trimEnd())) {
    return { start: end, end, text: ` ${lines.map((line) => line.trim()).join(' ')}` };
  }
  const at = lineEnd(code, end);
  const text = lines.map((line) => `${indentAt(code, start)}${line}\n`).join('');
  return { start: at, end: at, text: code[at - 1] === '\n' ? text : `\n${text}` };
}

/** Lines of text in front of a directive. */
export function insertBefore(code: string, { extent: { start } }: Directive, lines: readonly string[]): Splice {
  const at = lineStart(code, start);
  if (code.slice(at, start).trim() !== '') return { start, end: start, text: `${lines.join(' ')} ` };
  return { start: at, end: at, text: lines.map((line) => `${indentAt(code, start)}${line}\n`).join('') };
}

const ACTS: ReadonlySet<string> = new Set(
  'return rewrite break if location limit_except proxy_pass try_files'.split(' '),
);

/** In front of what a block does with a request, behind what it says about itself. */
export function insertAtFront(code: string, block: Block, lines: readonly string[]): Splice {
  const acting = block.directives.find(({ name }) => ACTS.has(name));
  if (acting) return insertBefore(code, acting, lines);
  const last = block.directives.at(-1);
  if (last) return insertAfter(code, last, lines);
  const at = block.inside.start;
  const outer = block.head ? indentAt(code, block.head.extent.start) : '';
  const isOneLine = !code.slice(at, block.inside.end).includes('\n');
  const text = lines.map((line) => `\n${outer}    ${line}`).join('') + (isOneLine ? `\n${outer}` : '');
  return { start: at, end: at, text };
}
