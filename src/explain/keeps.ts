import type { Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';

type Event = SimulationResult['events'][number];

/** Another user has a browser of his own. */
export const isOthers = ({ visit }: Event, { earlier }: Scenario): boolean =>
  visit !== undefined && earlier?.[visit]?.otherUser === true;

/** Whether anything that `keptOf` tells of is kept in the run. */
export const keepsAnything = ({ events }: SimulationResult, scenario: Scenario): boolean =>
  events.some(
    (event) =>
      !isOthers(event, scenario) &&
      ((event.cache?.length ?? 0) > 0 ||
        (event.cookie && (event.cookie.expires === null || event.cookie.expires > event.at))),
  );
