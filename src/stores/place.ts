import { create } from 'zustand';
import { useScenario } from './scenario';
import { useUi } from './ui';

export type CodePlace =
  { side: 'frontend'; visit?: number | undefined; line: number } | { side: 'server'; origin: string; line: number };

/** A line of code that somebody wants to see: the editor of that side goes there, and forgets it. */
export const usePlace = create<{ asked: CodePlace | null }>(() => ({ asked: null }));

/** Shows the editor that holds the line; on a narrow screen it is one of several parts. */
export function goToLine(place: CodePlace): void {
  const { draft, showServer, showVisit } = useScenario.getState();
  if (place.side === 'frontend') {
    showVisit(place.visit);
  } else {
    const index = draft.document.servers.findIndex(({ origin }) => origin === place.origin);
    if (index === -1) return;
    showServer(index);
  }
  useUi.getState().setPhoneTab(place.side);
  usePlace.setState({ asked: place });
}
