/** Groups disagreements that look alike, so that one cause shows as one entry. */

import type { Disagreement } from './compare';

export interface Cause {
  /** Recorded and simulated with what varies from case to case taken out. */
  pattern: string;
  /** Every disagreement of the group. */
  cases: Disagreement[];
}

/** @returns the largest group first */
export function groupByCause(disagreements: readonly Disagreement[]): Cause[] {
  const groups = new Map<string, Disagreement[]>();
  for (const one of disagreements) {
    const { field, part, recorded, simulated } = one;
    const alike = generalise(recorded) === generalise(simulated);
    // What was taken out may be the very difference.
    const show = alike ? (text: string) => text : generalise;
    const pattern = [
      part ? `${field} (${generalise(part)})` : field,
      `    recorded   ${indent(show(recorded))}`,
      `    simulated  ${indent(show(simulated))}`,
    ].join('\n');
    groups.set(pattern, [...(groups.get(pattern) ?? []), one]);
  }
  return [...groups]
    .map(([pattern, cases]) => ({ pattern, cases }))
    .sort((one, other) => other.cases.length - one.cases.length);
}

function generalise(text: string): string {
  return text
    .replace(/\b[a-z-]+:\/\/[^\s'"’”,)\]]+\/[^\s'"’”,)\]]*?(?=\.?(?:[\s'"’”,)\]]|$))/g, '‹url›')
    .replace(/\bhttps?:\/\/[^\s'"’”,)\]]+?(?=\.?(?:[\s'"’”,)\]]|$))/g, '‹origin›')
    .replace(/(a){20,}/g, 'a…a');
}

function indent(text: string): string {
  return text === '' ? '(nothing)' : text.replaceAll('\n', '\n               ');
}
