export interface FrontMatter {
  fields: Map<string, { value: string; line: number }>;
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
}

/** Reads `key: value` lines between two lines of three dashes. @returns undefined where the file does not begin so */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const lines = text.split(/\r?\n/);
  if (lines[0]?.trim() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) return undefined;
  const fields: FrontMatter['fields'] = new Map();
  for (let index = 1; index < end; index++) {
    const line = lines[index] ?? '';
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim(), { value: line.slice(colon + 1).trim(), line: index + 1 });
  }
  return { fields, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
