import type { Comparison, PreflightCause, Side, StepName } from '@/engine';
import { type SaidCause, saidCauses } from '@/narration';
import { members } from './headers';

/**
 * Two sides as a view sets them: one value above the other, names in columns, or values each beside the rule that it breaks.
 * `null`: an empty slot.
 */
export type Match =
  | { kind: 'pair'; holds: boolean; sign: string; left: MatchSide; right: MatchSide }
  | { kind: 'columns'; holds: boolean; left: string; right: string; columns: MatchColumn[]; unused: string[] }
  | { kind: 'rules'; holds: false; rules: SaidCause[] };

export interface MatchSide {
  label: string;
  value: string | null;
  /** What stands in the empty slot. */
  absent: string;
  /** The value is words that say a rule, nothing that was sent. */
  isSaid?: boolean;
}

export interface MatchColumn {
  left: string;
  /** null: no partner. */
  right: string | null;
}

const LABELS: Partial<Record<StepName, [left: string, right: string]>> = {
  'cross-origin': ['Page', 'URL'],
  'preflight-needed': ['Request', 'Safelisted'],
  'cache-lookup': ['Needed', 'Cached'],
  'mode-check': ['Page', 'URL'],
  'cors-check': ['Request is from', 'Answer allows'],
  'credentials-check': ['Needed', 'Answer says'],
  'preflight-status-check': ['Answer', 'Needed'],
  'preflight-redirect-check': ['Answer', 'Needed'],
  'method-check': ['Request asks', 'Answer allows'],
  'headers-check': ['Request asks', 'Answer allows'],
  redirect: ['Asked for', 'Points to'],
  'redirect-check': ['Leads to', 'Needed'],
  'corp-check': ['Page', 'Answer is for'],
};

const RULED: ReadonlySet<StepName> = new Set<StepName>(['mode-check', 'redirect-check']);

const WHO: Record<Side['who'], string> = {
  page: 'Page',
  request: 'Request',
  answer: 'Answer',
  cache: 'Cache',
  rule: 'Needed',
};

export function matchOf(step: StepName, compared: Comparison): Match {
  const [left, right] = labelsOf(step, compared);
  if (compared.relation === 'all-in') return columns(compared, left, right);
  return {
    kind: 'pair',
    holds: compared.holds,
    sign: signOf(compared),
    left: { label: left, value: textOf(compared.left), absent: 'none' },
    right: {
      label: right,
      value: textOf(compared.right),
      absent: compared.right.who === 'cache' ? 'empty' : 'missing',
      isSaid:
        compared.right.who === 'rule' && typeof compared.right.value === 'string' && / /.test(compared.right.value),
    },
  };
}

/** Everything that makes the browser ask first. */
export function causesMatch(causes: readonly PreflightCause[]): Match {
  return { kind: 'rules', holds: false, rules: saidCauses(causes) };
}

function labelsOf(step: StepName, { left, right }: Comparison): readonly [left: string, right: string] {
  // Of some steps only one question compares what their labels say; the others hold something against a rule.
  const isRule = RULED.has(step) && right.who === 'rule' && left.header === undefined;
  return (!isRule && LABELS[step]) || [WHO[left.who], WHO[right.who]];
}

/** A side as one line of text; null where there is nothing. */
export function textOf(side: Side): string | null {
  if (side.value === null) return null;
  return typeof side.value === 'string' ? side.value : side.value.join(', ');
}

function signOf(compared: Comparison): string {
  const wildcard = compared.right.value === '*' && compared.left.value !== '*';
  if (compared.relation === 'equal' && compared.holds && wildcard) return 'is in';
  // A rule is said in words: a value is such a thing, or it is not.
  if (compared.relation === 'equal' && compared.right.who === 'rule') return compared.holds ? 'is' : 'is not';
  if (compared.relation === 'equal') return compared.holds ? '=' : '≠';
  return compared.holds ? 'is in' : 'is not in';
}

function columns(compared: Comparison, left: string, right: string): Match {
  const asked = members(compared.left.value);
  const allowed = members(compared.right.value);
  const missing = new Set((compared.missing ?? []).map((name) => name.toLowerCase()));
  const named = (name: string) => allowed.find((member) => member.toLowerCase() === name.toLowerCase());
  const any = allowed.includes('*') ? '*' : null;
  const pairs = asked.map((name) => ({
    left: name,
    right: missing.has(name.toLowerCase()) ? null : (named(name) ?? any ?? (compared.holds ? name : null)),
  }));
  const used = new Set(pairs.map((pair) => pair.right));
  return {
    kind: 'columns',
    holds: compared.holds,
    left,
    right,
    columns: pairs,
    unused: allowed.filter((member) => !used.has(member)),
  };
}
