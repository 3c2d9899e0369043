import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Scenario } from '@/scenario/document';
import { homeOfPreset } from './preset-id';
import { documentOf, type ScenarioData } from './scenario';

/** What a demonstration stands in for, apart from how it is opened and left, which loads later. */

/** Id of the case that a demonstration was opened from; undefined where none is shown. */
export function homeIdOf({ presetId }: Pick<ScenarioData, 'presetId'>): string | undefined {
  return homeOfPreset(presetId);
}

/** The learner's own scenario, which waits; undefined where no demonstration is shown. */
export function leftHome(state: ScenarioData): Scenario | undefined {
  const homeId = homeIdOf(state);
  return homeId === undefined ? undefined : state.left[homeId]?.document;
}

/** Origin of the page that a demonstration puts in the place of the learner’s own; undefined where it is that one. */
export function strangerIn(state: ScenarioData): string | undefined {
  const home = leftHome(state);
  if (!home) return undefined;
  const [own, shown] = [home, documentOf(state)].map(({ page, sandbox }) => originOfPage(page, sandbox));
  return shown === own ? undefined : shown;
}
