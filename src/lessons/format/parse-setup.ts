import { parseScenario } from '@/scenario/parse';
import {
  arrayOf,
  isObject,
  matching,
  oneOf,
  optional,
  recordOf,
  rule,
  string,
  integerBetween,
  type ScenarioError,
} from '@/scenario/checks';
import { checkGoal, closed } from './goal';
import type { LessonProblem, LessonSetup } from './lesson';
import { applyPatch, joinLines, type Patch } from './patch';
import { questions } from './predictions';

export type ParsedSetup = { ok: true; setup: LessonSetup } | { ok: false; problems: LessonProblem[] };

const patch = rule('a change to a scenario', isObject);
const prediction = closed({
  ask: oneOf(...Object.keys(questions)),
  request: optional(integerBetween(0, 99)),
  header: optional(string),
  question: optional(string),
  without: optional(arrayOf(string)),
  misconceptions: recordOf(string),
});
const trial = closed({
  id: matching('an id', (text) => /^[a-z0-9-]+$/.test(text)),
  kind: oneOf('required', 'safety'),
  title: string,
  change: patch,
  holds: checkGoal,
  otherwise: string,
});
const setupShape = closed({
  version: oneOf(1),
  kind: oneOf('lesson', 'case'),
  source: optional(matching('an http or https address', (text) => /^https?:\/\//.test(text))),
  start: rule('a scenario', isObject),
  yours: arrayOf(string),
  startShows: checkGoal,
  predictions: arrayOf(prediction),
  goal: checkGoal,
  solution: patch,
  trials: arrayOf(trial),
});

/** The value of a lesson.json, checked, or everything that is wrong with it, by path. */
export function parseSetup(input: unknown): ParsedSetup {
  const value = joinLines(input);
  const errors: ScenarioError[] = [];
  setupShape(isObject(value) ? { trials: [], ...value } : value, '', errors);
  if (errors.length > 0) return failed(errors);

  const raw: LessonSetup = { ...(value as LessonSetup), trials: (value as Partial<LessonSetup>).trials ?? [] };
  checkScenario(raw.start, 'start', errors);
  if (errors.length > 0) return failed(errors);
  checkScenario(applyPatch(raw.start, raw.solution), 'solution', errors);
  raw.trials.forEach(({ change }, index) =>
    checkScenario(applyPatch(raw.start, change), `trials[${index}].change`, errors),
  );
  raw.yours.forEach((name, index) => {
    const places = ['frontend', 'page', ...raw.start.servers.map(({ origin }) => origin)];
    if (!places.includes(name))
      errors.push({ path: `yours[${index}]`, message: `expected one of ${places.join(', ')}, got "${name}"` });
  });
  for (const place of changedPlaces(raw.solution)) {
    if (!raw.yours.includes(place))
      errors.push({ path: 'solution', message: `changes ${place}, which "yours" does not name` });
  }
  if (raw.kind === 'case' && !raw.source)
    errors.push({ path: 'source', message: 'expected the address of the thread' });
  raw.predictions.forEach(({ ask, misconceptions }, index) =>
    checkAnswers(ask, misconceptions, `predictions[${index}]`, errors),
  );
  return errors.length > 0 ? failed(errors) : { ok: true, setup: raw };
}

/** The parts of a scenario that a patch changes, named as `yours` names them. */
function changedPlaces({ servers = {}, ...members }: Patch): string[] {
  return [...Object.keys(members), ...Object.keys(servers)];
}

function checkScenario(value: unknown, path: string, errors: ScenarioError[]): void {
  const parsed = parseScenario(value);
  if (!parsed.ok)
    errors.push(...parsed.errors.map((error) => ({ ...error, path: error.path ? `${path}.${error.path}` : path })));
}

function checkAnswers(
  ask: keyof typeof questions,
  misconceptions: Record<string, string>,
  path: string,
  errors: ScenarioError[],
): void {
  const answers = Object.keys(questions[ask].answers);
  for (const answer of Object.keys(misconceptions)) {
    if (!answers.includes(answer))
      errors.push({ path: `${path}.misconceptions.${answer}`, message: `expected one of ${answers.join(', ')}` });
  }
}

function failed(errors: ScenarioError[]): ParsedSetup {
  return {
    ok: false,
    problems: errors.map(({ path, message }) => ({ file: 'lesson.json', ...(path ? { path } : {}), message })),
  };
}
