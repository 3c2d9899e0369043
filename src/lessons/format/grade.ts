import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { meets } from './evaluate-goal';
import type { Lesson, Trial } from './lesson';
import { applyPatch } from './patch';

export type Run = (scenario: Scenario) => Promise<SimulationResult>;

export interface TrialOutcome {
  trial: Trial;
  held: boolean;
  /** The run, to be shown: an attack that got through is best seen. */
  scenario: Scenario;
  result: SimulationResult;
}

export interface Grade {
  /** The run itself meets the goal. */
  met: boolean;
  /** The lesson is solved: the goal is met and every required trial held. */
  solved: boolean;
  /** Empty where the goal was not met: trials are run only then. */
  trials: TrialOutcome[];
  /** Safety trials that did not hold: solved, with a warning. */
  warnings: TrialOutcome[];
}

/**
 * Judges a run of the learner's scenario by its outcome, and then by further runs under changed circumstances.
 * @param result what `scenario` gave
 */
export async function grade(lesson: Lesson, scenario: Scenario, result: SimulationResult, run: Run): Promise<Grade> {
  const { goal, trials } = lesson.setup;
  if (!meets(result, goal)) return { met: false, solved: false, trials: [], warnings: [] };
  const outcomes: TrialOutcome[] = [];
  for (const trial of trials) {
    const changed = applyPatch(scenario, trial.change);
    const trialResult = await run(changed);
    outcomes.push({ trial, held: meets(trialResult, trial.holds), scenario: changed, result: trialResult });
  }
  return {
    met: true,
    solved: outcomes.every(({ trial, held }) => held || trial.kind !== 'required'),
    trials: outcomes,
    warnings: outcomes.filter(({ trial, held }) => !held && trial.kind === 'safety'),
  };
}

/** The start with what the learner may change taken from `edited`: whatever else differs is put back. */
export function withinLimits(lesson: Lesson, edited: Scenario): Scenario {
  const { start, yours } = lesson.setup;
  return {
    ...start,
    ...(yours.includes('frontend') ? { frontend: edited.frontend } : {}),
    ...(yours.includes('page') ? { page: edited.page } : {}),
    servers: start.servers.map((server) =>
      yours.includes(server.origin)
        ? (edited.servers.find(({ origin }) => origin === server.origin) ?? server)
        : server,
    ),
  };
}
