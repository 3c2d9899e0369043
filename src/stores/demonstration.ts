import type { Scenario, Server } from '@/scenario/document';
import { draftOf } from './draft';
import { documentOf, useScenario, type ScenarioData } from './scenario';

/**
 * A demonstration stands in for the learner's scenario, which waits under its own id among those that were left. Its id says
 * which, so that the way back survives a reload.
 */
const PREFIX = 'demonstration:';

/** Id of the case that a demonstration was opened from; undefined where none is shown. */
export function homeIdOf({ presetId }: Pick<ScenarioData, 'presetId'>): string | undefined {
  return presetId.startsWith(PREFIX) ? presetId.slice(PREFIX.length) : undefined;
}

/** The learner's own document. While a demonstration is shown: that one, with the servers as they were changed meanwhile. */
export function homeOf(state: ScenarioData): Scenario {
  const shown = documentOf(state);
  const home = leftHome(state) ?? shown;
  return { ...home, servers: brought(home.servers, shown.servers) };
}

/** Whether a server was changed in the demonstration. */
export function hasChangedServers(state: ScenarioData): boolean {
  const home = leftHome(state);
  if (!home) return false;
  const asText = (servers: readonly Server[]): string => JSON.stringify(brought(home.servers, servers));
  return asText(documentOf(state).servers) !== asText(home.servers);
}

export function openDemonstration(scenario: Scenario): void {
  useScenario.setState((state) => {
    const homeId = homeIdOf(state) ?? state.presetId;
    const home = homeIdOf(state) === undefined ? state.draft : state.left[homeId];
    if (!home) return {};
    return {
      presetId: PREFIX + homeId,
      draft: draftOf(scenario),
      left: { ...state.left, [homeId]: home },
      beforeReset: undefined,
      visitIndex: undefined,
      lastChange: 'staged',
    };
  });
}

/** Back to the learner's scenario, as it was left, or with the servers as they are in the demonstration. */
export function leaveDemonstration(bringServers: boolean): void {
  useScenario.setState((state) => {
    const homeId = homeIdOf(state);
    const home = homeId === undefined ? undefined : state.left[homeId];
    if (homeId === undefined || !home) return {};
    return {
      presetId: homeId,
      draft: bringServers ? { ...home, document: homeOf(state) } : home,
      left: Object.fromEntries(Object.entries(state.left).filter(([id]) => id !== homeId)),
      beforeReset: undefined,
      visitIndex: undefined,
      lastChange: 'chosen',
    };
  });
}

function leftHome(state: ScenarioData): Scenario | undefined {
  const homeId = homeIdOf(state);
  return homeId === undefined ? undefined : state.left[homeId]?.document;
}

/** The servers of a demonstration, with the caches that stand in front of them at home. */
function brought(home: readonly Server[], shown: readonly Server[]): Server[] {
  return home.map((server) => {
    const changed = shown.find(({ origin }) => origin === server.origin);
    return changed ? { ...changed, cdn: server.cdn } : server;
  });
}
