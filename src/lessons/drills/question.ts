import type { Reason } from '@/engine';
import type { HeaderRow, Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { isReadable } from '../format/evaluate-goal';
import type { Run } from '../format/grade';
import type { DrillChoice } from './choice';
import { consoleWords, faultLevels, faults, reasonOf, ruleWords, systemWith, type Fault } from './faults';
import { missingRowSystem } from './missing-row';
import { seeded, type Random } from './random';
import { cookieSystems, exposedSystems, headerSystems, originSystems, preflightSystems } from './requests';

export const drillKinds = [
  'will-it-pass',
  'which-rule',
  'console-words',
  'what-is-sent',
  'which-row-is-missing',
  'preflight',
  'cross-origin',
  'origin-header',
  'header-readable',
  'cookie-sent',
] as const;
export type DrillKind = (typeof drillKinds)[number];

/** A question about a system. The engine has the answer: run `scenario` and ask `drillTruth`. */
export interface DrillQuestion {
  seed: number;
  level: number;
  kind: DrillKind;
  /** What it is about, so that it can come back later: `rule/two-origins`, `preflight/json-body`. */
  topic: string;
  prompt: string;
  scenario: Scenario;
  choices: DrillChoice[];
}

interface Family {
  kinds: readonly DrillKind[];
  /** By topic: from which level on it is asked about. */
  levels: Readonly<Record<string, number>>;
  make: (
    topic: string,
    kind: DrillKind,
    level: number,
    random: Random,
  ) => { scenario: Scenario; choices: DrillChoice[] };
}

type Systems = Readonly<Record<string, { level: number; system: Scenario }>>;

const yesNo: DrillChoice[] = [
  { id: 'yes', words: 'Yes' },
  { id: 'no', words: 'No' },
];

const prompts: Record<DrillKind, string> = {
  'will-it-pass': 'Will the code get to read the answer?',
  'which-rule': 'Which rule stops it?',
  'console-words': 'What will the console say?',
  'what-is-sent': 'What reaches the server?',
  'which-row-is-missing': 'It is blocked. Which row is missing?',
  preflight: 'Will the browser send a preflight?',
  'cross-origin': 'Is the request cross-origin?',
  'origin-header': 'What stands in the Origin header of the request?',
  'header-readable': 'Will the code read the header’s value, and not null?',
  'cookie-sent': 'Will the cookie go along?',
};

const sent: DrillChoice[] = [
  { id: 'actual', words: 'The request' },
  { id: 'preflight', words: 'Only the preflight' },
  { id: 'preflight,actual', words: 'The preflight, then the request' },
  { id: '', words: 'Nothing' },
];

const nothing: DrillChoice = { id: 'nothing', words: 'Nothing: the code may read the answer' };

/** A family of given systems, asked about in one way. */
function given(kind: DrillKind, systems: Systems, choicesFor: (scenario: Scenario) => DrillChoice[]): Family {
  return {
    kinds: [kind],
    levels: Object.fromEntries(Object.entries(systems).map(([topic, { level }]) => [topic, level])),
    make: (topic) => {
      const { system } = systems[topic] ?? Object.values(systems)[0]!;
      return { scenario: system, choices: choicesFor(system) };
    },
  };
}

const families: Readonly<Record<string, Family>> = {
  rule: {
    kinds: ['will-it-pass', 'which-rule', 'console-words', 'what-is-sent'],
    levels: faultLevels,
    make: (topic, kind, level, random) => {
      const fault = faults.find((each) => each === topic) ?? 'none';
      return { scenario: systemWith(fault, level, random), choices: ruleChoices(kind, fault, random) };
    },
  },
  missing: {
    kinds: ['which-row-is-missing'],
    levels: { 'allow-origin': 1, 'allow-methods': 2, 'allow-headers': 3, 'allow-credentials': 4 },
    make: (topic, _, level, random) => missingRowSystem(topic, level, random),
  },
  preflight: given('preflight', preflightSystems, () => yesNo),
  origin: given('cross-origin', originSystems, () => yesNo),
  header: given('origin-header', headerSystems, ({ page }) => [
    { id: new URL(page).origin, words: new URL(page).origin },
    { id: page, words: page },
    { id: 'null', words: 'null' },
    { id: 'absent', words: 'There is no such header' },
  ]),
  exposed: given('header-readable', exposedSystems, () => yesNo),
  cookie: given('cookie-sent', cookieSystems, () => yesNo),
};

/** Every topic that a level asks about, as `family/topic`. */
function topicsUpTo(level: number): string[] {
  return Object.entries(families).flatMap(([family, { levels }]) =>
    Object.entries(levels).flatMap(([topic, from]) => (from <= level ? [`${family}/${topic}`] : [])),
  );
}

export const allTopics: readonly string[] = topicsUpTo(Infinity);

/** The question that belongs to a seed and a level from 1 to 5. `again`: the topic to be asked about once more. */
export function drillQuestion(seed: number, level: number, again?: string): DrillQuestion {
  const random = seeded(seed);
  // First the family, then the topic: else the family with the most topics would ask most of the questions.
  const open = topicsUpTo(level);
  const family = random.pick([...new Set(open.map(familyOf)), 'rule', 'missing']);
  const drawn = random.pick(open.filter((topic) => familyOf(topic) === family));
  const topic = again !== undefined && allTopics.includes(again) ? again : drawn;
  const { kinds, make } = families[familyOf(topic)]!;
  const kind = random.pick(kinds);
  const { scenario, choices } = make(topic.slice(topic.indexOf('/') + 1), kind, level, random);
  return { seed, level, kind, topic, prompt: prompts[kind], scenario, choices };
}

const familyOf = (topic: string): string => topic.slice(0, topic.indexOf('/'));

function ruleChoices(kind: DrillKind, fault: Fault, random: Random): DrillChoice[] {
  if (kind === 'will-it-pass') return yesNo;
  if (kind === 'what-is-sent') return sent;
  const words = kind === 'which-rule' ? ruleWords : consoleWords;
  const expected = reasonOf[fault];
  const others = random.shuffled((Object.keys(words) as Reason[]).filter((reason) => reason !== expected)).slice(0, 3);
  const shown = random.shuffled([...(expected ? [expected] : []), ...others].slice(0, 3));
  return [...shown.map((reason) => ({ id: reason, words: words[reason] ?? reason })), nothing];
}

/** The right choice, by what runs show; undefined where no choice, or more than one, fits. */
export async function drillTruth(
  { kind, choices }: DrillQuestion,
  result: SimulationResult,
  run: Run,
): Promise<string | undefined> {
  const request = result.requests.at(-1);
  if (!request) return undefined;
  const say = (holds: boolean): string => (holds ? 'yes' : 'no');
  const own = result.exchanges.filter(({ id }) => request.exchanges.includes(id));
  const carried = (name: string): HeaderRow | undefined =>
    own.findLast((each) => each.kind === 'actual')?.requestHeaders.find((row) => row[0].toLowerCase() === name);
  const only = (fits: readonly DrillChoice[]): string | undefined => (fits.length === 1 ? fits[0]?.id : undefined);
  switch (kind) {
    case 'will-it-pass':
      return say(isReadable(request));
    case 'which-rule':
      return isReadable(request) ? nothing.id : only(choices.filter(({ id }) => id === request.reason));
    case 'console-words':
      return isReadable(request)
        ? nothing.id
        : only(choices.filter(({ words }) => request.console.some((line) => line.includes(words))));
    case 'what-is-sent':
      return own.map((each) => each.kind).join(',');
    case 'which-row-is-missing': {
      const runs = await Promise.all(
        choices.map(async (choice) => {
          const helped = choice.changed && (await run(choice.changed)).requests.at(-1);
          return helped && isReadable(helped) ? [choice] : [];
        }),
      );
      return isReadable(request) ? undefined : only(runs.flat());
    }
    case 'preflight':
      return say(own.some((each) => each.kind === 'preflight'));
    case 'cross-origin':
      return result.events.find(({ step }) => step === 'cross-origin')?.answer;
    case 'origin-header':
      return carried('origin')?.[1] ?? 'absent';
    case 'header-readable':
      return say(result.console.some(({ source, text }) => source === 'code' && text !== 'null'));
    case 'cookie-sent':
      return say(carried('cookie') !== undefined);
  }
}
