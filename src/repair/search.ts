import type { Scenario } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { type Blockage, blockageOf, lookAt } from './blockage';
import { admissionTo, isMore, widened, type Admission } from './admission';
import { candidates, narrower, type Candidate } from './candidates';
import { diffsOf } from './diff';
import { OPENINGS, type Fix, type Opening, type Place, type Step } from './fix';
import { hasRoute, isThere, saysNobodyIsThere, type MissingRoute } from './routes/missing-route';
import { counterpart, nothingGotWorse, passes } from './same-request';

export type Run = (scenario: Scenario) => Promise<SimulationResult>;

export interface Limits {
  /** Runs at most. */
  runs: number;
  /** Changes that one fix may consist of. */
  steps: number;
  /** Fixes to find before it is enough. */
  fixes: number;
}

const LIMITS: Limits = { runs: 40, steps: 7, fixes: 4 };

/** Where a run takes its time, as one of real Python does. */
export const FEWER: Limits = { runs: 16, steps: 6, fixes: 3 };

const limitsFor = ({ servers }: Scenario): Limits =>
  servers.some(({ kind }) => kind === 'flask' || kind === 'django') ? FEWER : LIMITS;

interface Node {
  scenario: Scenario;
  result: SimulationResult;
  request: RequestResult;
  steps: readonly Step[];
}

interface Open {
  candidate: Candidate;
  from: Node;
  steps: readonly Step[];
  cost: number;
}

/**
 * Looks for changes that make the request pass, the safest and smallest first. Every one that is returned has been run: the
 * code gets its answer, and no other request of the run is worse off.
 */
export async function search(
  scenario: Scenario,
  result: SimulationResult,
  request: RequestResult,
  run: Run,
  missing: MissingRoute | null,
  { signal, limits = limitsFor(scenario) }: { signal?: AbortSignal; limits?: Limits } = {},
): Promise<Fix[]> {
  const costOf = (steps: readonly Step[], after: Scenario, answer: number | null = null): number =>
    costOfSteps(steps, sizeOf(scenario, after)) +
    (missesRoute(steps, missing) || (answer !== null && answer !== status && !hasRoute(answer)) ? COST_OF_MISSING : 0);
  const learned = `Allow the method ${request.method}`;
  const status = lookAt(scenario, result, request).made?.status;
  let before: Admission | undefined;
  const fixes: Fix[] = [];
  const tried = new Set([JSON.stringify(scenario)]);
  const open: Open[] = [];
  const put = (found: readonly Candidate[], from: Node, origin?: string): void => {
    for (const candidate of found) {
      if (origin !== 'null' && changesItsMind(from.steps, candidate.step)) continue;
      // A server that has learned the misspelling has no use for the word.
      if (candidate.step.slip?.of === 'method' && from.steps.some(({ title }) => title === learned)) continue;
      const steps = [...from.steps, candidate.step];
      open.push({ candidate, from, steps, cost: costOf(steps, candidate.scenario) });
    }
    open.sort((a, b) => a.cost - b.cost);
  };
  const expand = async (from: Node): Promise<void> => {
    const blockage = blockageOf(from.scenario, from.result, from.request);
    if (!blockage || from.steps.length >= limits.steps) return;
    put(await candidates(from.scenario, from.result, blockage), from, blockage.origin);
  };
  /** The stranger who may read more than before, where a server was changed. */
  const newlyAdmitted = async ({ steps, ...after }: Node): Promise<Admission | null> => {
    if (steps.every(({ place }) => place === 'page')) return null;
    const now = await admissionTo(after.scenario, after.result, after.request, run);
    before ??= await admissionTo(scenario, result, request, run);
    return isMore(now, before) ? now : null;
  };
  const beginning: Node = { scenario, result, request, steps: [] };
  put(missing?.candidates ?? [], beginning);
  await expand(beginning);
  for (let runs = 0; runs < limits.runs && fixes.length < limits.fixes && open.length > 0;) {
    const { candidate, from, steps } = open.shift()!;
    const key = JSON.stringify(candidate.scenario);
    if (
      tried.has(key) ||
      fixes.some(
        ({ steps: found }) =>
          opened(steps) >= opened(found) &&
          (isPartOf(found, steps) || (!missesRoute(found, missing) && isBetter(found, steps))),
      )
    )
      continue;
    tried.add(key);
    runs += 1;
    const changed = await run(candidate.scenario);
    if (signal?.aborted) return [];
    const same = counterpart(result, request, changed);
    if (!same || !nothingGotWorse(result, changed, request)) continue;
    // What the page now asks for is not there.
    if (missing ? asksElse(steps) && !isThere(same) : !isServersAlone(steps) && saysNobodyIsThere(same)) continue;
    if (passes(request, same)) {
      const node: Node = { scenario: candidate.scenario, result: changed, request: same, steps };
      const admitted = await newlyAdmitted(node);
      const opens = admitted ? widened(steps, admitted) : steps;
      if (fixes.some(({ steps: found }) => isPartOf(found, opens) && opened(opens) >= opened(found))) continue;
      fixes.push(fixOf(scenario, node.scenario, opens, same.response?.status || null, status));
      if (admitted?.reads === 'private') put(await narrower(node.scenario, changed, same), node);
    } else if (isFurther(from, candidate.scenario, changed, same)) {
      await expand({ scenario: candidate.scenario, result: changed, request: same, steps });
    }
  }
  return fixes.sort((a, b) => costOf(a.steps, a.scenario, a.answer) - costOf(b.steps, b.scenario, b.answer));
}

const isServersAlone = (steps: readonly Step[]): boolean => steps.every(({ place }) => place === 'server');

/** Headers on an answer that says that nothing is there, when something else was meant. */
function missesRoute(steps: readonly Step[], missing: MissingRoute | null): boolean {
  return missing !== null && !asksElse(steps);
}

/** One origin where everybody was let in a step before, or the other way round: each of the two is found by itself. */
const changesItsMind = (before: readonly Step[], { opening }: Step): boolean =>
  (opening === 'origin' && before.some((step) => step.opening === 'everyone')) ||
  (opening === 'everyone' && before.some((step) => step.opening === 'origin'));

/** A header's name is no part of what is asked for. */
const asksElse = (steps: readonly Step[]): boolean => steps.some(({ slip }) => slip && slip.of !== 'header');

const COST_OF_MISSING = 2e6;

/** The change made a difference: another gate closed, or the same one over another answer, or over less. */
function isFurther(from: Node, scenario: Scenario, result: SimulationResult, request: RequestResult): boolean {
  const print = (blockage: Blockage | null): string =>
    JSON.stringify(
      blockage && [blockage.reason, blockage.exchange?.kind, blockage.exchange?.url, blockage.gate?.compared],
    );
  return print(blockageOf(from.scenario, from.result, from.request)) !== print(blockageOf(scenario, result, request));
}

/**
 * Safety first, then whose change it is, then how much changes. What the page misspells is put right before a server learns to
 * take the misspelling; where the page does not, it is the server that has to say yes.
 */
function costOfSteps(steps: readonly Step[], size: number): number {
  const worst = Math.max(...steps.map(({ opening }) => OPENINGS.indexOf(opening)));
  const danger = worst < OPENINGS.indexOf('everyone') ? 0 : worst;
  const isPages = steps.some(({ place, slip }) => place !== 'server' && !slip);
  const whose = isPages ? 2 : steps.some(({ slip }) => slip) ? 0 : 1;
  const fallbacks = steps.filter(({ isFallback }) => isFallback).length;
  return danger * 1e7 + fallbacks * 1e6 + whose * 1e5 + size;
}

/** How much there is to read: a little for each line, and its text. */
function sizeOf(before: Scenario, after: Scenario): number {
  const lines = diffsOf(before, after).flatMap((diff) => diff.lines.filter(({ sign }) => sign !== ' '));
  return lines.reduce(
    (size, { pieces }) => size + 20 + pieces.reduce((length, { text }) => length + text.length, 0),
    0,
  );
}

/**
 * The server can do it alone, with what is there: then nothing new is put in, and nothing is changed on both sides.
 */
function isBetter(found: readonly Step[], steps: readonly Step[]): boolean {
  const isNew = (all: readonly Step[]) => all.some(({ isFallback }) => isFallback);
  const isNewer = isNew(steps) && !isNew(found);
  const pages = found.filter(({ place }) => place !== 'server');
  if (pages.length > 0) return isNewer && isPartOf(pages, steps);
  const isMixed = steps.some(({ place }) => place !== 'server') && steps.some(({ place }) => place === 'server');
  return isMixed || isNewer;
}

/** How far the steps open the server; one more name is as good as nothing. */
function opened(steps: readonly Step[]): number {
  return Math.max(OPENINGS.indexOf('name'), ...steps.map(({ opening }) => OPENINGS.indexOf(opening)));
}

function isPartOf(part: readonly Step[], whole: readonly Step[]): boolean {
  return part.length < whole.length && part.every((step) => whole.some(({ title }) => title === step.title));
}

/** @param status of the answer as it is */
function fixOf(
  before: Scenario,
  after: Scenario,
  steps: readonly Step[],
  answer: number | null,
  status: number | undefined,
): Fix {
  const unique = steps.filter((step, at) => steps.findIndex(({ title }) => title === step.title) === at);
  const most = unique.reduce((worst, step) =>
    OPENINGS.indexOf(step.opening) > OPENINGS.indexOf(worst.opening) ? step : worst,
  );
  const places = new Set<Place>(unique.map(({ place }) => place));
  const opening: Opening = most.opening;
  return {
    title: titleOf(unique),
    place: places.size === 1 ? unique[0]!.place : 'both',
    opening,
    opens:
      answer === null || answer < 400
        ? most.opens
        : `${most.opens} The answer ${answer === status ? 'stays' : 'is then'} a ${answer}.`,
    answer,
    steps: unique,
    diffs: diffsOf(before, after),
    scenario: after,
  };
}

/** "Allow https://app.example.com, answer the preflight and allow the method PUT" */
function titleOf(steps: readonly Step[]): string {
  const titles = steps.map(({ title }, at) => (at === 0 ? title : title[0]!.toLowerCase() + title.slice(1)));
  return titles.length === 1 ? titles[0]! : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
}
