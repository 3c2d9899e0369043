import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { isAsDrawn, useScore } from '@/stores/score';
import { MANY_REQUESTS, type Plan, plainPlan } from './plan';

type Planner = (typeof import('./many'))['planRequests'];
let known: Planner | undefined;

/** What of the run is drawn. null: what draws many requests is still on its way. */
export function usePlan(run: Run): Plan | null {
  const wishes = useScore(useShallow(({ folding, unfolded, folded, focus }) => ({ folding, unfolded, folded, focus })));
  const asDrawn = useScore(isAsDrawn);
  const [planner, setPlanner] = useState(() => known);
  const few = run.tracks.length < MANY_REQUESTS;
  const plain = few && asDrawn;
  useEffect(() => {
    if (plain || planner) return;
    let gone = false;
    const take = (found: Planner) => {
      if (!gone) setPlanner(() => found);
    };
    void import('./many').then(
      ({ planRequests }) => take((known = planRequests)),
      // Without the part that folds, every request is drawn by itself, until the next time.
      () => take(plainPlan),
    );
    return () => void (gone = true);
  }, [plain, planner]);
  const plan = useMemo(
    () => (plain ? null : planner?.(run, wishes)) ?? (few ? plainPlan(run) : null),
    [run, plain, few, planner, wishes],
  );
  useEffect(() => {
    const spans = plan?.spans.map(({ from, to }) => [from, to] as const) ?? [];
    usePlayhead.getState().setSpans(spans);
  }, [plan]);
  return plan;
}
