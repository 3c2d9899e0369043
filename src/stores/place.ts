import { originOfPage } from '@/engine/infrastructure/document-origin';
import { create } from 'zustand';
import { useScenario } from './scenario';
import { useUi } from './ui';

export type CodePlace =
  { side: 'frontend'; visit?: number | undefined; line: number } | { side: 'server'; origin: string; line: number };

/** A header rule, or an answer of the table of rules as a whole. */
export interface RowPlace {
  origin: string;
  route: number;
  /** Its name in lower case. */
  header?: string | undefined;
}

/** A line of code, or a row of header rules, that somebody wants to see: its editor goes there, and forgets it. */
export const usePlace = create<{ asked: CodePlace | null; row: RowPlace | null }>(() => ({ asked: null, row: null }));

/** Shows the editor that holds the line; on a narrow screen it is one of several parts. */
export function goToLine(place: CodePlace): void {
  if (place.side === 'frontend') useScenario.getState().showVisit(place.visit);
  else if (!show(place.origin)) return;
  useUi.getState().setPhoneTab(place.side);
  usePlace.setState({ asked: place });
}

/** Shows the table that holds the rule. */
export function goToRow(place: RowPlace): void {
  if (!show(place.origin)) return;
  useUi.getState().setPhoneTab('server');
  usePlace.setState({ row: place });
}

/** Whether there still is a server of that origin to show. */
function show(server: string): boolean {
  const { draft, showServer } = useScenario.getState();
  const asked = originOfPage(server);
  const index = draft.document.servers.findIndex(({ origin }) => originOfPage(origin) === asked);
  if (index === -1) return false;
  showServer(index);
  return true;
}
