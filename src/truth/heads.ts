/** Headers as one text, a line each, as HTTP/1.1 writes them: a value that holds a line break goes on behind a space. */

import type { HeaderPair } from './recording';

export function joinHeaders(headers: readonly HeaderPair[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

export function splitHeaders(text: string): HeaderPair[] {
  if (text === '') return [];
  return text.split(/\n(?! )/).map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  });
}
