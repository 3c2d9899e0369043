import type { Server, ServerKind } from '@/scenario/document';
import { shownServer, useScenario } from '@/stores/scenario';
import { starterOf, type StarterContext } from '.';
import { switchNote } from './switch-note';

/** How what the chosen kind holds came to be, said until something is typed. */
export interface SwitchNote {
  /** As it is before. */
  server: Server | undefined;
  text: string | null;
}

export function switchKind(from: ServerKind, chosen: ServerKind, context: StarterContext): SwitchNote {
  const { setServerKind, draft, serverIndex } = useScenario.getState();
  const { server, carries } = starterOf(chosen, context);
  const isHeld = draft.held[serverIndex]?.[chosen] !== undefined;
  setServerKind(chosen, server);
  return { server: shownServer(useScenario.getState()), text: switchNote(chosen, from, isHeld ? 'held' : carries) };
}
