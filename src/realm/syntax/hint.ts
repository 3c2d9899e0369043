/** Code that was written for somewhere else: what to do with it here, from what it is that does not parse. */

import { type Wanted, wantedAt } from './wanted';
import type { GivenUp } from './watched-parser';

/** @returns undefined where the code is only mistyped */
export function hintFor(givenUp: GivenUp): string | undefined {
  const { code, position, token, before, message } = givenUp;
  const rest = code.slice(position);
  if (message.startsWith("'import' and 'export'")) return outOfModule(code, rest);
  if (message !== 'Unexpected token') return undefined;
  const wanted = wantedAt(givenUp);
  if (token.text === '<' && wanted === 'expression') {
    const isPage = /^<(!doctype|html|head|body|script)\b/i.test(rest);
    return isPage
      ? 'Only JavaScript runs here: paste what stands between <script> and </script>.'
      : `Only plain JavaScript runs here, no JSX: ${theCall(code)}.`;
  }
  if (token.text === ':' && TYPED.includes(wanted)) {
    return 'Only plain JavaScript runs here: leave the types out.';
  }
  if (before === 'curl') return 'This is a command for a shell: choose curl as the client instead of the browser.';
  return undefined;
}

/** Where a colon begins a type. */
const TYPED: Wanted[] = ['constant-value', 'declaration-end', 'parameters-end', 'group-end', 'body-start'];

function outOfModule(code: string, rest: string): string {
  const bare = packageIn(rest) ?? packageIn(code);
  const jsx = JSX.test(code);
  if (bare !== undefined || jsx) {
    const without = [bare === undefined ? '' : `no packages such as ${bare}`, jsx ? 'no JSX' : ''].filter(Boolean);
    return `Only plain JavaScript runs here, ${without.join(' and ')}: ${theCall(code)}.`;
  }
  const address = /^import\b[^'"]*['"]([^'"\n]+)['"]/.exec(rest)?.[1];
  return address === undefined
    ? 'The code runs as a script here, not as a module: leave export out.'
    : `The code runs as a script here, not as a module: write await import('${address}') instead.`;
}

/** What is imported by a name alone comes from a package. */
function packageIn(code: string): string | undefined {
  return [...code.matchAll(/^\s*(?:import|export)\b[^'";]*['"]([^'"\n]+)['"]/gm)]
    .map(([, specifier]) => specifier!)
    .find((specifier) => !/^(\.{0,2}\/|[a-z][a-z0-9+.-]*:)/i.test(specifier));
}

const JSX = /(?:\breturn|=>|[(=?:&,>])\s*<(?:[A-Za-z][\w.]*[\s/>]|>)/;

const theCall = (code: string): string =>
  /\bfetch\s*\(/.test(code) ? 'paste only the fetch call' : 'write the request with fetch()';
