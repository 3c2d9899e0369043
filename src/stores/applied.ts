import { create } from 'zustand';
import type { Scenario } from '@/scenario/document';
import { isEdited, type Draft } from './draft';
import { documentOf, useScenario, type ScenarioData } from './scenario';

/** The last fix that was applied, with what it took the place of. */
export interface Applied {
  title: string;
  presetId: string;
  before: Pick<ScenarioData, 'draft' | 'serverIndex' | 'visitIndex'>;
  after: Draft;
}

export const useApplied = create<{ applied: Applied | undefined }>()(() => ({ applied: undefined }));

export interface Change {
  title: string;
  /** The document that it changes. */
  of: Scenario;
  scenario: Scenario;
  /** The server whose editor is to be shown; null: the one that is. */
  server: number | null;
}

/** Puts a changed document into the editors, as long as they hold the one that it was made for. */
export function applyChange({ title, of, scenario, server }: Change): void {
  const { draft, serverIndex, visitIndex, presetId } = useScenario.getState();
  if (draft.document !== of) return;
  const after: Draft = { ...draft, document: scenario };
  useApplied.setState({ applied: { title, presetId, before: { draft, serverIndex, visitIndex }, after } });
  useScenario.setState({
    draft: after,
    beforeReset: undefined,
    serverIndex: server ?? serverIndex,
    lastChange: 'chosen',
  });
}

/** Only the last change can be undone here: whatever came after it is the learner's. */
export function isLastChange(applied: Applied | undefined, state: ScenarioData): applied is Applied {
  return (
    applied !== undefined && applied.presetId === state.presetId && !isEdited(documentOf(state), applied.after.document)
  );
}

/** Exactly what stood in the editors before; the browser that looks at it stays. */
export function undoChange(): void {
  const { applied } = useApplied.getState();
  const state = useScenario.getState();
  if (!isLastChange(applied, state)) return;
  const { draft, ...shown } = applied.before;
  const { browser } = documentOf(state);
  const document = browser === undefined ? draft.document : { ...draft.document, browser };
  useApplied.setState({ applied: undefined });
  useScenario.setState({ ...shown, draft: { ...draft, document }, beforeReset: undefined, lastChange: 'chosen' });
}
