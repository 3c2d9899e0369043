const TOKENS = /[\w$]+|\s+|[^]/g;

/**
 * Code with its TypeScript types blanked out: what is left stands where it stood. For reading only.
 *
 * @returns null where taking types out is not enough, as with an enum, or where it is no TypeScript
 */
export async function withoutTypes(code: string): Promise<string | null> {
  const { transform } = await import('sucrase');
  let plain: string;
  try {
    plain = transform(code, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true }).code;
  } catch {
    return null;
  }
  const [before, after] = [code.split('\n'), plain.split('\n')];
  const blanked = before.map((line, at) => blankedLine(line, after[at] ?? ''));
  return before.length === after.length && !blanked.includes(null) ? blanked.join('\n') : null;
}

/** The line with spaces for what the other, which only lacks some of it, does not have. */
function blankedLine(line: string, kept: string): string | null {
  const rest = (kept.match(TOKENS) ?? []).filter((token) => token.trim() !== '');
  const blanked = (line.match(TOKENS) ?? []).map((token) => {
    if (token.trim() === '') return token;
    if (token !== rest[0]) return ' '.repeat(token.length);
    rest.shift();
    return token;
  });
  return rest.length === 0 ? blanked.join('') : null;
}
