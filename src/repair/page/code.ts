import type { Scenario } from '@/scenario/document';
import type { RequestResult } from '@/scenario/result';

/** The code that made the request: the page's own, or an earlier visit's. */
export function codeOf({ frontend, earlier }: Scenario, { visit }: RequestResult): string {
  return visit === undefined ? frontend : (earlier?.[visit]?.frontend ?? '');
}

export function withCode(scenario: Scenario, { visit }: RequestResult, frontend: string): Scenario {
  if (visit === undefined) return { ...scenario, frontend };
  const earlier = (scenario.earlier ?? []).map((each, at) => (at === visit ? { ...each, frontend } : each));
  return { ...scenario, earlier };
}
