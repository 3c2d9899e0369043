/** JSON.parse with the words of the simulated browser for what everyone meets: an HTML page, or nothing, in place of JSON. */

import { speaker } from './words';

/** @throws SyntaxError */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = wordsFor(text);
    throw message === null ? error : new SyntaxError(message);
  }
}

function wordsFor(text: string): string | null {
  const start = /^[\t\n\r ]*/.exec(text)?.[0].length ?? 0;
  const char = text.charAt(start);
  const before = text.slice(0, start).split('\n');
  const place = `at line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1} of the JSON data`;
  if (char === '') {
    switch (speaker()) {
      case 'firefox':
        return `JSON.parse: unexpected end of data ${place}`;
      case 'webkit':
        return 'JSON Parse error: Unexpected EOF';
      default:
        return 'Unexpected end of JSON input';
    }
  }
  // What may begin a JSON text fails further on: there the words of the engine that runs this stand.
  if (/[[{"\-0-9tfn]/.test(char)) return null;
  switch (speaker()) {
    case 'firefox':
      return `JSON.parse: unexpected character ${place}`;
    case 'webkit':
      return /[A-Za-z_$]/.test(char)
        ? `JSON Parse error: Unexpected identifier "${/^[\w$]+/.exec(text.slice(start))?.[0]}"`
        : `JSON Parse error: Unrecognized token '${char}'`;
    default:
      return `Unexpected token '${char}', ${excerpt(text, start)} is not valid JSON`;
  }
}

/** V8 shows ten characters on either side. */
function excerpt(text: string, at: number): string {
  if (text.length <= 40) return `"${text}"`;
  const head = at > 10 ? '...' : '';
  return `${head}"${text.slice(Math.max(0, at - 10), at + 10)}"...`;
}
