import type { HeaderRow, Scenario } from '@/scenario/document';
import type { DrillChoice } from './choice';
import { neededRows, planFor, systemOf, type Plan } from './plan';
import type { Random } from './random';

type Side = 'preflight' | 'answer';

const names: Readonly<Record<string, string>> = {
  'allow-origin': 'Access-Control-Allow-Origin',
  'allow-methods': 'Access-Control-Allow-Methods',
  'allow-headers': 'Access-Control-Allow-Headers',
  'allow-credentials': 'Access-Control-Allow-Credentials',
};

const wants: Readonly<Record<string, (random: Random) => Partial<Plan>>> = {
  'allow-methods': () => ({ asks: true }),
  'allow-headers': (random) => ({ asks: true, header: random.pick(['X-Trace', 'Authorization']) }),
  'allow-credentials': () => ({ withCredentials: true }),
};

/** A system that lacks one row, and rows that one might think of; only adding the right one lets it pass. */
export function missingRowSystem(
  topic: string,
  level: number,
  random: Random,
): { scenario: Scenario; choices: DrillChoice[] } {
  const plan = planFor(level, random, wants[topic]?.(random));
  const needed = neededRows(plan);
  const name = names[topic] ?? 'Access-Control-Allow-Origin';
  const sides = (['preflight', 'answer'] as const).filter((side) => needed[side].some(([each]) => each === name));
  const side = random.pick(sides);
  const left = { ...needed, [side]: needed[side].filter(([each]) => each !== name) };
  const candidates: { side: Side; row: HeaderRow }[] = (['preflight', 'answer'] as const)
    .filter((each) => each === 'answer' || plan.asks)
    .flatMap((each) => rowsToThinkOf(plan).map((row) => ({ side: each, row })))
    .filter(({ side: each, row }) => !left[each].some(([known]) => known === row[0]));
  const isRight = (candidate: { side: Side; row: HeaderRow }): boolean =>
    candidate.side === side && candidate.row[0] === name;
  const wrong = random.shuffled(candidates.filter((each) => !isRight(each))).slice(0, 3);
  const shown = random.shuffled([...candidates.filter(isRight), ...wrong]);
  return {
    scenario: systemOf(plan, left),
    choices: shown.map((choice) => ({
      id: `${choice.side} ${choice.row[0]}`,
      words: `${choice.row[0]}: ${choice.row[1]}, in the answer to the ${
        choice.side === 'preflight' ? 'preflight' : plan.method
      }`,
      changed: systemOf(plan, { ...left, [choice.side]: [...left[choice.side], choice.row] }),
    })),
  };
}

const rowsToThinkOf = ({ page, method, header }: Plan): HeaderRow[] => [
  ['Access-Control-Allow-Origin', page],
  ['Access-Control-Allow-Methods', method],
  ['Access-Control-Allow-Headers', header || 'Content-Type'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Expose-Headers', header || 'Content-Type'],
  ['Access-Control-Max-Age', '600'],
];
