import { useEffect, useState } from 'react';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import { isEdited } from '@/stores/draft';
import { lastEdit } from '@/stores/edit-count';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { fromQuery, type Question, type Read, toQuery } from './question';

/** A state of the scenario at hand, and its name. */
export interface Before {
  label: string;
  scenario: Scenario;
}

/** What the address asks; while it is read, undefined. Asking something else changes the address, which opens it anywhere. */
export function useQuestion(query: string): [Read | undefined, (question: Question) => void] {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    let isCurrent = true;
    const { scenario, befores } = atHand();
    void fromQuery(query, { scenario, before: befores[0]?.scenario }).then((found) => {
      if (isCurrent) setRead(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [query]);
  useEffect(() => {
    if (!read?.ok) return;
    let isCurrent = true;
    void toQuery(read.question).then((text) => {
      if (isCurrent) history.replaceState(history.state, '', `#/compare?${text}`);
    });
    return () => {
      isCurrent = false;
    };
  }, [read]);
  return [read, (question) => setRead({ ok: true, question })];
}

/**
 * What is being edited in the workbench, and what it was: before the last edit that was run, and as it came. The same is
 * not listed twice.
 */
export function atHand(): { scenario: Scenario; befores: readonly Before[] } {
  const state = useScenario.getState();
  const scenario = documentOf(state);
  const original = presets.find(({ id }) => id === state.presetId)?.scenario ?? state.original;
  const { previous, source, scenario: shown } = useRun.getState();
  // Where the last edit has not been run yet, what is on show was before it.
  const before = source?.edit === lastEdit() ? previous : shown;
  const known: { label: string; document: Scenario | undefined }[] = [
    { label: 'As it came', document: original },
    { label: 'The run before', document: source?.caseId === state.presetId ? before : undefined },
  ];
  const befores: Before[] = [];
  for (const { label, document } of known) {
    const isNews =
      document && [scenario, ...befores.map((before) => before.scenario)].every((other) => isEdited(other, document));
    if (!isNews) continue;
    befores.push({ label, scenario: scenario.browser ? { ...document, browser: scenario.browser } : document });
  }
  return { scenario, befores: befores.toReversed() };
}
