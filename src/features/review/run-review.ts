import { attack, review, type Attacked, type Attacker, type Simulate } from '@/review';
import type { SimulationResult } from '@/scenario/result';
import { homeOf } from '@/stores/demonstration';
import { quiet } from '@/stores/quiet';
import { useReview, type AttackFailure } from '@/stores/review';
import { simulateAside } from '@/stores/run';
import { useScenario, type ScenarioData } from '@/stores/scenario';

/** What a review is of: the learner's own scenario, also while a demonstration stands in for it. */
export const subjectOf = (state: ScenarioData): string => JSON.stringify(homeOf(state));

let latest = 0;
let home: { subject: string; result: SimulationResult } | undefined;

/** The review under way gives way to the timeline no longer. */
let hurry = (): void => undefined;

/** Attacks under way, of the latest review. */
const underWay = new Map<Attacker, Promise<void>>();

/** So that the tab can say how much there is to read. */
export function reviewAtRest(): void {
  const { servers } = homeOf(useScenario.getState());
  // Python takes a second for each of a dozen runs: it is asked when somebody opens the tab.
  if (servers.some(({ kind }) => kind === 'flask' || kind === 'django')) return;
  void reviewNow({ patient: true });
}

/**
 * Reviews what is being edited; what was reviewed already, or is being reviewed, stays.
 * @param patient gives way to the timeline while it plays, until somebody asks who is not
 */
export async function reviewNow({ patient }: { patient: boolean }): Promise<void> {
  const state = useScenario.getState();
  const subject = subjectOf(state);
  const known = useReview.getState();
  if (known.subject === subject && known.status === 'running' && !patient) hurry();
  if (known.subject === subject && (known.status === 'done' || known.status === 'running')) return;
  const mine = ++latest;
  underWay.clear();
  hurry = () => undefined;
  const hurried = patient ? new Promise<void>((resolve) => (hurry = resolve)) : undefined;
  const simulate = during(mine, hurried);
  useReview.setState({ status: 'running', subject, failure: undefined, attacks: {} });
  try {
    const scenario = homeOf(state);
    const result = await simulate(scenario);
    const found = await review(scenario, result, simulate);
    if (mine !== latest) return;
    home = { subject, result };
    useReview.setState({ status: 'done', review: found });
  } catch (error) {
    if (mine !== latest) return;
    useReview.setState({ status: 'failed', failure: messageOf(error) });
  }
}

/** Tries what a page of this attacker can do; once for each subject, and again where that failed. */
export async function attackFrom(attacker: Attacker): Promise<void> {
  const { subject, status, attacks } = useReview.getState();
  if (status !== 'done' || home?.subject !== subject || Array.isArray(attacks[attacker])) return;
  const known = underWay.get(attacker);
  if (known) return known;
  const tried = tryAttack(attacker, home.result, latest);
  underWay.set(attacker, tried);
  await tried;
  if (underWay.get(attacker) === tried) underWay.delete(attacker);
}

async function tryAttack(attacker: Attacker, result: SimulationResult, mine: number): Promise<void> {
  const note = (outcome: Attacked[] | AttackFailure | undefined): void => {
    if (mine === latest) useReview.setState((state) => ({ attacks: { ...state.attacks, [attacker]: outcome } }));
  };
  note(undefined);
  const scenario = homeOf(useScenario.getState());
  await attack(attacker, scenario, result, during(mine)).then(note, (error: unknown) =>
    note({ failure: messageOf(error) }),
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs on the side, until a later review makes this one void.
 * @param hurried resolves when they are waited for; left out, they are
 */
function during(mine: number, hurried?: Promise<void>): Simulate {
  return async (scenario) => {
    if (hurried) await Promise.race([quiet(), hurried]);
    if (mine !== latest) throw new Error('Another review has begun.');
    return simulateAside(scenario);
  };
}
