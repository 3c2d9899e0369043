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

export async function candidates(
  scenario: Scenario,
  result: SimulationResult,
  blockage: Blockage,
): Promise<Candidate[]> {
  return [...(await serverCandidates(scenario, blockage)), ...pageCandidates(scenario, result, blockage)];
}

async function serverCandidates(scenario: Scenario, blockage: Blockage): Promise<Candidate[]> {
  const places = blockage.chain.flatMap((exchange) => {
    const index = serverAt(scenario, exchange.url);
    return index === null ? [] : [{ exchange, index, server: scenario.servers[index]! }];
  });
  const several = places.filter(({ server }) => server.kind !== 'proxy').length > 1;
  const found: Candidate[] = [];
  for (const { wish, title, opening, opens } of proposalsFor(blockage, scenario)) {
    for (const { exchange, index, server } of places) {
      const edits = await editServer(server, wish, { exchange, origin: blockage.origin });
      for (const { server: changed, how, isFallback } of edits) {
        const words = [title, how, several ? `(${hostOf(server.origin)})` : undefined];
        found.push({
          scenario: { ...scenario, servers: scenario.servers.map((each, at) => (at === index ? changed : each)) },
          step: {
            ...(isFallback ? { isFallback } : {}),
            title: words.filter((word) => word !== undefined).join(' '),
            place: 'server',
            opening,
            opens,
          },
        });
      }
    }
  }
  return found;
}
