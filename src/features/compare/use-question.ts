import { useEffect, useState } from 'react';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import { isEdited } from '@/stores/draft';
import { documentOf, useScenario } from '@/stores/scenario';
import { fromQuery, type Question, type Read, toQuery } from './question';

/** What the address asks; while it is read, undefined. Asking something else changes the address, which opens it anywhere. */
export function useQuestion(query: string): [Read | undefined, (question: Question) => void] {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    let isCurrent = true;
    void fromQuery(query, atHand()).then((found) => {
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

/** What is being edited in the workbench, and what it was as it came; nothing of the latter where it is still the same. */
export function atHand(): { scenario: Scenario; before?: Scenario } {
  const state = useScenario.getState();
  const scenario = documentOf(state);
  const original = presets.find(({ id }) => id === state.presetId)?.scenario ?? state.original;
  if (!original || !isEdited(scenario, original)) return { scenario };
  return { scenario, before: scenario.browser ? { ...original, browser: scenario.browser } : original };
}
