import { headerValue, members, titleCase } from '@/explain/headers';
import { nodesOf, quoted, stringOf } from '@/realm/syntax/tree';
import { valuesOf, type Blockage } from '../blockage';
import type { Splice } from '../splice';
import { wordSlips } from '../word-slips';
import type { RequestCall } from './call';

/**
 * The name that a header was meant to have: of those that the server allows, and the request does not carry, the nearest.
 * @param name in lower case
 * @returns undefined where none is near, or two are equally near
 */
export function meantHeader(name: string, { exchange }: Blockage): string | undefined {
  if (!exchange) return undefined;
  const sent = new Set(members(headerValue(exchange.requestHeaders, 'access-control-request-headers')));
  const [first, second] = members(valuesOf(exchange, 'access-control-allow-headers'))
    .filter((allowed) => allowed !== '*' && !sent.has(allowed.toLowerCase()))
    .map((allowed) => ({ allowed, slips: nameSlips(name, allowed.toLowerCase()) }))
    .filter(({ slips }) => slips < Infinity)
    .sort((a, b) => a.slips - b.slips);
  if (!first || first.slips === second?.slips) return undefined;
  return /[A-Z]/.test(first.allowed) ? first.allowed : titleCase(first.allowed);
}

/** Word by word: what many names begin with makes no two of them alike. */
function nameSlips(given: string, wanted: string): number {
  const [a, b] = [wordsOf(given), wordsOf(wanted)];
  if (a.join('') === b.join('')) return 1;
  if (a.length !== b.length) return Infinity;
  return a.reduce((sum, word, at) => sum + wordSlips(word, b[at]!), 0);
}

const wordsOf = (name: string): string[] => name.split(/[-_]/);

/** Writes a name anew wherever the code has it as one, by name in lower case; null where it does not. */
export function renamed({ code, program }: RequestCall, name: string, written: string): Splice[] | null {
  const places = nodesOf(program).flatMap((node) => {
    if (stringOf(node)?.toLowerCase() === name) return [node];
    if (node.type !== 'Property' || node.computed || node.shorthand || node.key.type !== 'Identifier') return [];
    return node.key.name.toLowerCase() === name ? [node.key] : [];
  });
  return places.length === 0 ? null : places.map(({ start, end }) => ({ start, end, text: quoted(written, code) }));
}
