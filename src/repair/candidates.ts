import { hostOf } from '@/explain';
import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';
import { serverAt, type Blockage } from './blockage';
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
  const places = blockage.chain.flatMap((exchange) => {
    const index = serverAt(scenario, exchange.url);
    return index === null ? [] : [{ exchange, index, server: scenario.servers[index]! }];
  });
  const several = places.filter(({ server }) => server.kind !== 'proxy').length > 1;
  return proposalsFor(blockage, scenario).flatMap(({ wish, title, opening, opens }) =>
    places.flatMap(({ exchange, index, server }) =>
      editServer(server, wish, { exchange, origin: blockage.origin }).map(({ server: changed, how, isFallback }) => ({
        scenario: { ...scenario, servers: scenario.servers.map((each, at) => (at === index ? changed : each)) },
        step: {
          ...(isFallback ? { isFallback } : {}),
          title: [title, how, several ? `(${hostOf(server.origin)})` : undefined].filter(Boolean).join(' '),
          place: 'server' as const,
          opening,
          opens,
        },
      })),
    ),
  );
}
