/** Makes of what a user wrote the body of a function: `import`, `export` and types become plain JavaScript, line by line. */

import type { ServerError } from '@/scenario/result';

export type Prepared = { ok: true; code: string } | { ok: false; error: Omit<ServerError, 'origin'> };

const MODULE = /^\s*(import\s*(["'{*]|[\w$]+[\s,])|export\s)|\bimport\s*\(/m;
const TYPES = new RegExp(
  [
    String.raw`^\s*(export\s+)?(interface|type|enum|declare|abstract)\s+[\w$]+`,
    String.raw`[\w$)\]?]\s*:\s*(string|number|boolean|any|unknown|void|never|Request|Response|NextFunction|express\.[A-Z]\w*|[A-Z]\w*(<[^>]*>)?(\[\])?)\s*([,)={;]|=>)`,
    String.raw`\bas\s+(const|string|number|boolean|any|unknown)\b`,
  ].join('|'),
  'm',
);

export async function prepareCode(code: string): Promise<Prepared> {
  if (!MODULE.test(code) && !TYPES.test(code)) return { ok: true, code };
  const hasTypes = TYPES.test(code);
  const { transform } = await import('sucrase');
  try {
    const transformed = transform(code, {
      transforms: hasTypes ? ['imports', 'typescript'] : ['imports'],
      disableESTransforms: true,
      keepUnusedImports: true,
    });
    return { ok: true, code: transformed.code };
  } catch (error) {
    return { ok: false, error: (hasTypes ? null : await inWordsOfNode(code)) ?? located(error) };
  }
}

async function inWordsOfNode(code: string): Promise<Omit<ServerError, 'origin'> | null> {
  const { findMistake } = await import('@/realm/syntax/find-mistake');
  const mistake = findMistake(code, 'chromium', 'module');
  return mistake && { message: `SyntaxError: ${mistake.message}`, line: mistake.line, column: mistake.column };
}

function located(error: unknown): Omit<ServerError, 'origin'> {
  const text = error instanceof Error ? error.message : String(error);
  const message = `SyntaxError: ${text.replace(/^SyntaxError: /, '').replace(/ \(\d+:\d+\)$/, '')}`;
  const [, line, column] = / \((\d+):(\d+)\)$/.exec(text) ?? [];
  return line === undefined ? { message } : { message, line: Number(line), column: Number(column) };
}
