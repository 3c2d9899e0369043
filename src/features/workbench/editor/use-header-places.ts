import { useMemo } from 'react';
import { useRun } from '@/stores/run';
import { useOnceRun } from '../use-once-run';
import type { HeaderPlace } from './header-places';
import type { Token } from './highlight';

const loadFinding = () => import('./finding-headers');

type Marking = ReturnType<typeof import('./marking').markingOf>;

const nothing: { places: readonly (readonly HeaderPlace[])[]; marking?: Marking } = { places: [] };

/** The headers that a text speaks of, line by line, and what marks them; it comes when the browser is idle. */
export function useHeaderPlaces(lines: readonly (readonly Token[])[], side: 'frontend' | 'server'): typeof nothing {
  const result = useRun((state) => state.result);
  const finding = useOnceRun(loadFinding);
  return useMemo(() => {
    if (!finding) return nothing;
    const known = finding.knownHeaders(result);
    const places = finding.headersInCode(lines, side, (name) => known.has(name));
    return { places, marking: finding.markingOf(places) };
  }, [finding, result, lines, side]);
}
