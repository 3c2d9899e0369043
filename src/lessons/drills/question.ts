import type { Reason } from '@/engine';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { isReadable } from '../format/evaluate-goal';
import { consoleWords, faultsUpTo, systemWith, type Fault } from './faults';
import { seeded, type Random } from './random';

export const drillKinds = ['will-it-pass', 'which-rule', 'console-words'] as const;
export type DrillKind = (typeof drillKinds)[number];

export interface DrillChoice {
  id: string;
  words: string;
}

/** A question about a system. The engine has the answer: run `scenario` and ask `drillTruth`. */
export interface DrillQuestion {
  seed: number;
  level: number;
  kind: DrillKind;
  /** What is wrong with the system, so that it can come back later. */
  fault: Fault;
  prompt: string;
  scenario: Scenario;
  choices: DrillChoice[];
}

const prompts: Record<DrillKind, string> = {
  'will-it-pass': 'Will the code get to read the answer?',
  'which-rule': 'Which rule stops it?',
  'console-words': 'What will the console say?',
};

const nothing: DrillChoice = { id: 'nothing', words: 'Nothing: the code may read the answer' };

const rules: Partial<Record<Reason, string>> = {
  'allow-origin-missing': 'Access-Control-Allow-Origin is missing',
  'allow-origin-mismatch': 'Access-Control-Allow-Origin is another value than the origin',
  'allow-origin-multiple-values': 'Access-Control-Allow-Origin has more than one value',
  'allow-origin-wildcard-with-credentials': 'The star does not count with credentials',
  'allow-credentials-not-true': 'Access-Control-Allow-Credentials is not true',
  'preflight-status-not-ok': 'The status of the preflight’s answer',
  'method-not-allowed': 'The method is not allowed',
  'header-not-allowed': 'A request header is not allowed',
};

const reasonOf: Record<Fault, Reason | undefined> = {
  none: undefined,
  'allow-origin-missing': 'allow-origin-missing',
  'allow-origin-mismatch': 'allow-origin-mismatch',
  'preflight-unanswered': 'allow-origin-missing',
  'preflight-status': 'preflight-status-not-ok',
  'method-not-allowed': 'method-not-allowed',
  'header-not-allowed': 'header-not-allowed',
  'wildcard-with-credentials': 'allow-origin-wildcard-with-credentials',
  'allow-credentials-missing': 'allow-credentials-not-true',
  'two-origins': 'allow-origin-multiple-values',
  'slash-at-the-end': 'allow-origin-mismatch',
};

/** The question that belongs to a seed and a level from 1 to 5. `again`: the fault to be asked about once more. */
export function drillQuestion(seed: number, level: number, again?: Fault): DrillQuestion {
  const random = seeded(seed);
  const fault = again ?? random.pick(faultsUpTo(level));
  const kind = level === 1 ? random.pick(drillKinds.slice(0, 2)) : random.pick(drillKinds);
  return {
    seed,
    level,
    kind,
    fault,
    prompt: prompts[kind],
    scenario: systemWith(fault, level, random),
    choices: choicesFor(kind, fault, random),
  };
}

function choicesFor(kind: DrillKind, fault: Fault, random: Random): DrillChoice[] {
  if (kind === 'will-it-pass') {
    return [
      { id: 'yes', words: 'Yes' },
      { id: 'no', words: 'No' },
    ];
  }
  const words = kind === 'which-rule' ? rules : consoleWords;
  const expected = reasonOf[fault];
  const others = random.shuffled((Object.keys(words) as Reason[]).filter((reason) => reason !== expected)).slice(0, 3);
  const shown = random.shuffled([...(expected ? [expected] : []), ...others].slice(0, 3));
  return [...shown.map((reason) => ({ id: reason, words: words[reason] ?? reason })), nothing];
}

/** The right choice, by what the run shows; undefined where no choice fits the run. */
export function drillTruth({ kind, choices }: DrillQuestion, result: SimulationResult): string | undefined {
  const request = result.requests.at(-1);
  if (!request) return undefined;
  if (kind === 'will-it-pass') return isReadable(request) ? 'yes' : 'no';
  if (isReadable(request)) return nothing.id;
  const fits = choices.filter(({ id, words }) =>
    kind === 'which-rule' ? id === request.reason : request.console.some((line) => line.includes(words)),
  );
  return fits.length === 1 ? fits[0]?.id : undefined;
}
