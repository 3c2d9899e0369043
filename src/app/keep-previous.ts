import { parseScenario } from '@/scenario/parse';
import type { Scenario } from '@/scenario/document';
import { useRun } from '@/stores/run';

const key = 'cors-gate-by-gate/run-before';

/** Takes up what the case was before its last edit, which Compare holds against it, and keeps it from then on. */
export function keepPrevious(storage: Storage): void {
  const { source, previous } = useRun.getState();
  const saved = source && !previous && readPrevious(storage, source.caseId);
  if (saved) useRun.setState({ previous: saved });
  useRun.subscribe((state, before) => {
    if (state.runs === before.runs || state.previous === before.previous) return;
    try {
      if (!state.previous) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify({ caseId: state.source?.caseId, document: state.previous }));
    } catch {
      // Full or forbidden: it then lives as long as the page does.
    }
  });
}

function readPrevious(storage: Storage, caseId: string): Scenario | undefined {
  try {
    const saved = JSON.parse(storage.getItem(key) ?? 'null') as { caseId?: unknown; document?: unknown } | null;
    const parsed = saved?.caseId === caseId ? parseScenario(saved.document) : undefined;
    return parsed?.ok ? parsed.scenario : undefined;
  } catch {
    return undefined;
  }
}
