/** The decision to ask first, in the words of each view: which rules are broken, and whether by one value or by all. */

import type { PreflightCause } from '@/engine';
import type { SaidCause } from '@/narration';
import { type Part, type Sentence, join, plain, series } from './sentence';

/** What it is that breaks the rules. */
export const subjectOf = (...rules: readonly SaidCause[]): Sentence => series(rules.flatMap(subjects));

function subjects({ values, words }: SaidCause): Part[] {
  return words === undefined ? values.map((code) => ({ code })) : [words];
}

/** Last line of the callout: what they are stands above it, each with its rule. */
export function askFirst(causes: readonly PreflightCause[]): Sentence {
  const long = causes.filter(({ breaks }) => breaks === 'total').length;
  if (causes.length <= 1) return ['Ask first.'];
  if (long === 0) return ['Each by itself is reason enough: ask first.'];
  if (long === causes.length) return ['Together they are too long: ask first.'];
  return ['Each by itself is reason enough, the long ones together: ask first.'];
}

/** Row of the ladder: what of the request, and what the matter is with it. */
export function rulesRow(rules: readonly SaidCause[]): [left: string, right: string] {
  const alike = rules.length > 1 && rules.every(({ counts }) => counts === 'alone');
  return [plain(subjectOf(...rules)), alike ? 'none is safelisted' : rules.map(({ is }) => is).join('; ')];
}

/** Answer to whether there was a preflight: a sentence for what counts alone, and one for each other rule. */
export function needOne(rules: readonly SaidCause[]): Sentence {
  if (rules.length === 0) return ['This request needs one.'];
  const alone = rules.filter(({ counts }) => counts === 'alone');
  const others = rules.filter(({ counts }) => counts !== 'alone').map((rule) => [rule]);
  const sentences = [...(alone.length > 0 ? [alone] : []), ...others].map((group) =>
    join(capitalised(subjectOf(...group)), [needs(group)]),
  );
  return sentences.reduce((said, sentence) => join(said, [' '], sentence));
}

function needs(rules: readonly SaidCause[]): string {
  const { length } = rules.flatMap(subjects);
  switch (rules[0]?.counts) {
    case 'together':
      return length === 1 ? ' needs one.' : ' together need one.';
    case 'before':
      return rules[0].words === undefined ? ' needed one before the redirect.' : ' needed one.';
    default:
      return length === 1 ? ' needs one.' : length === 2 ? ' both need one.' : ' each need one.';
  }
}

function capitalised([first = '', ...rest]: Sentence): Sentence {
  return [typeof first === 'string' ? first.charAt(0).toUpperCase() + first.slice(1) : first, ...rest];
}
