import type { Policy, PolicyAnswer } from './policy';

/** In single quotes, as JavaScript and Python read it. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;

/** What is set for both answers, what for one of them alone, and what the preflight's status is. */
export interface Said {
  always: PolicyAnswer['rows'];
  preflight: PolicyAnswer['rows'];
  actual: PolicyAnswer['rows'];
  status: number;
}

const BOTH = /^(access-control-allow-(origin|credentials)|vary)$/i;
const METHODS: [string, string] = ['Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE'];
const HEADERS: [string, string] = ['Access-Control-Allow-Headers', 'Content-Type, Authorization'];

/** What the run did not show is as for the answer that it did show, or as one would begin. */
export function saidBy(policy: Policy | null, pageOrigin: string): Said {
  if (!policy) {
    const always: Said['always'] = [['Access-Control-Allow-Origin', pageOrigin], METHODS, HEADERS, ['Vary', 'Origin']];
    return { always, preflight: [], actual: [], status: 204 };
  }
  const known = (policy.actual ?? policy.preflight)?.rows.filter(([name]) => BOTH.test(name)) ?? [];
  const preflight = policy.preflight?.rows ?? [...known, ...(known.length > 0 ? [METHODS, HEADERS] : [])];
  const actual = policy.actual?.rows ?? known;
  const isIn = (rows: Said['always'], [name, value]: [string, string]): boolean =>
    rows.some((row) => row[0].toLowerCase() === name.toLowerCase() && row[1] === value);
  const always = preflight.filter((row) => isIn(actual, row));
  return {
    always,
    preflight: preflight.filter((row) => !isIn(always, row)),
    actual: actual.filter((row) => !isIn(always, row)),
    status: policy.preflight?.status ?? 204,
  };
}

export const saysNothing = ({ always, preflight, actual }: Said): boolean =>
  always.length + preflight.length + actual.length === 0;
