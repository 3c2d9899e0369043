import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import type { Blockage } from './blockage';
import type { Step } from './fix';
import { pageCandidates } from './page';
import { proposalsFor } from './proposals';
import { editServer } from './stacks';

/** A changed scenario that may get the request past the gate that closed. */
export interface Candidate {
  scenario: Scenario;
  step: Step;
}

export function candidates(scenario: Scenario, result: SimulationResult, blockage: Blockage): Candidate[] {
  return [...serverCandidates(scenario, blockage), ...pageCandidates(scenario, result, blockage)];
}

function serverCandidates(scenario: Scenario, blockage: Blockage): Candidate[] {
  const { server, made, origin } = blockage;
  const before = server === null ? undefined : scenario.servers[server];
  if (!before || !made) return [];
  return proposalsFor(blockage, scenario).flatMap(({ wish, title, opening, opens }) =>
    editServer(before, wish, { exchange: made, origin }).map(({ server: changed, how, isFallback }) => ({
      scenario: { ...scenario, servers: scenario.servers.map((each, at) => (at === server ? changed : each)) },
      step: {
        ...(isFallback ? { isFallback } : {}),
        title: how === undefined ? title : `${title} ${how}`,
        place: 'server' as const,
        opening,
        opens,
      },
    })),
  );
}
