import type { Scenario, Server } from '@/scenario/document';
import { classic } from '@/scenario/presets/classic';
import { draftOf } from './draft';
import { homeIdOf, leftHome } from './demonstration-home';
import { demonstrationPreset, homeOfPreset } from './preset-id';
import { usePresets } from './presets';
import { afterLeaving, documentOf, useScenario, type ScenarioData } from './scenario';

/**
 * A demonstration stands in for the learner's scenario, which waits under its own id among those that were left. Its id says
 * which, so that the way back survives a reload.
 */

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
    return {
      presetId: demonstrationPreset(homeId),
      draft: draftOf(scenario),
      left: afterLeaving(state),
      beforeReset: undefined,
      visitIndex: undefined,
      lastChange: 'staged',
    };
  });
}

/** Back to the learner's scenario, as it was left, or with the servers as they are in the demonstration. */
export function leaveDemonstration(bringServers: boolean): void {
  const { left, presetId, loadPreset } = useScenario.getState();
  const waiting = homeOfPreset(presetId);
  if (waiting !== undefined && !left[waiting]) {
    // It cannot be read any more, as after a change of the format: its case as it was made, or the default one.
    loadPreset(usePresets.getState().presets.find(({ id }) => id === waiting) ?? classic);
    return;
  }
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

/** The servers of a demonstration, with the caches that stand in front of them at home. */
function brought(home: readonly Server[], shown: readonly Server[]): Server[] {
  return home.map((server) => {
    const changed = shown.find(({ origin }) => origin === server.origin);
    return changed ? { ...changed, cdn: server.cdn } : server;
  });
}
