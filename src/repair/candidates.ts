import { hostOf } from '@/explain';
import type { Scenario } from '@/scenario/document';
import type { RequestResult, SimulationResult } from '@/scenario/result';
import { isNoMethod, lookAt, serverAt, type Blockage } from './blockage';
import type { Step } from './fix';
import { pageCandidates } from './page';
import { onlyTo, proposalsFor } from './proposals';
import type { Proposal } from './wish';
import { editServer } from './stacks';
import type { Edit } from './stacks/edit';

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
  const fromServers = await serverCandidates(scenario, blockage, proposalsFor(blockage, scenario));
  return [...fromServers, ...pageCandidates(scenario, result, blockage)];
}

/** Where a request passes, and strangers' would too: let the page in, and nobody else. */
export async function narrower(
  scenario: Scenario,
  result: SimulationResult,
  request: RequestResult,
): Promise<Candidate[]> {
  const look = lookAt(scenario, result, request);
  if (look.origin === 'null') return [];
  const found = await serverCandidates(scenario, look, [onlyTo(look.origin)]);
  // what stands there is what lets everybody in: to put something in its place is no last resort
  return found.map(({ step, ...candidate }) => ({ ...candidate, step: { ...step, isFallback: false } }));
}

async function serverCandidates(
  scenario: Scenario,
  blockage: Blockage,
  proposals: readonly Proposal[],
): Promise<Candidate[]> {
  const places = blockage.chain.flatMap((exchange) => {
    const index = serverAt(scenario, exchange.url);
    return index === null ? [] : [{ exchange, index, server: scenario.servers[index]! }];
  });
  const several = places.filter(({ server }) => server.kind !== 'proxy').length > 1;
  const ways: { proposal: Proposal; edit: Edit; index: number }[] = [];
  for (const proposal of proposals) {
    for (const { exchange, index, server } of places) {
      const edits = await editServer(server, proposal.wish, { exchange, origin: blockage.origin });
      ways.push(...edits.map((edit) => ({ proposal, edit, index })));
    }
  }
  // What is there, at one server, may be meant to do it for all of them.
  const there = new Set(
    ways.filter(({ edit: { isNew, isFallback } }) => !isNew && !isFallback).map(({ proposal }) => subjectOf(proposal)),
  );
  // Headers on a refusal that another word of the page's would have spared it.
  const isVain = isNoMethod(blockage);
  return ways.map(({ proposal, edit, index }): Candidate => {
    const { title, opening, opens } = proposal;
    const { server: changed, does, how, isNew, isFallback } = edit;
    const words = [does ?? title, how, several ? `(${hostOf(changed.origin)})` : undefined];
    return {
      scenario: { ...scenario, servers: scenario.servers.map((each, at) => (at === index ? changed : each)) },
      step: {
        ...(isVain || isFallback || (isNew && there.has(subjectOf(proposal))) ? { isFallback: true } : {}),
        title: words.filter((word) => word !== undefined).join(' '),
        place: 'server',
        opening,
        opens,
      },
    };
  });
}

const subjectOf = ({ wish }: Proposal): string => (wish.kind === 'header' ? wish.name : wish.kind);
