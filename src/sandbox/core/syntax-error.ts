/** Where code does not parse. The parser is loaded only when it is known that there is something to find. */

import type { RealmFailure } from '@/realm';

/** `message`: what the place that could not run the code said about it. */
export async function locateSyntaxError(code: string, message: string): Promise<RealmFailure> {
  const { parse } = await import('acorn');
  try {
    parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    });
  } catch (error) {
    if (error instanceof SyntaxError && 'loc' in error && 'pos' in error) {
      const { line, column } = error.loc as { line: number; column: number };
      const words = error.message.replace(/ \(\d+:\d+\)$/, '');
      const message = words === 'Unexpected token' ? unexpected(code, error.pos as number) : words;
      return { kind: 'syntax', name: 'SyntaxError', message, line, column: column + 1 };
    }
  }
  return { kind: 'load', name: 'LoadError', message: `The sandbox could not load the code. ${message}`.trim() };
}

/** With the token, which the parser leaves out, in the words of Chromium. */
function unexpected(code: string, position: number): string {
  const token = /^(?:[\w$]+|=>|\.{3}|\S)/.exec(code.slice(position))?.[0];
  return token === undefined ? 'Unexpected end of input' : `Unexpected token '${token}'`;
}
