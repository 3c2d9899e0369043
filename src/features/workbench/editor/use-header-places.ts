import { useEffect, useMemo, useState } from 'react';
import { useRun } from '@/stores/run';
import { whenIdle } from '@/ui/later';
import type { HeaderPlace } from './header-places';
import type { Token } from './highlight';

type Finding = typeof import('./finding-headers');

const none: readonly never[] = [];

/** The headers that a text speaks of, line by line; what finds them comes when the browser is idle. */
export function useHeaderPlaces(
  lines: readonly (readonly Token[])[],
  side: 'frontend' | 'server',
): readonly (readonly HeaderPlace[])[] {
  const result = useRun((state) => state.result);
  const hasRun = result !== undefined;
  const [finding, setFinding] = useState<Finding>();
  useEffect(() => {
    if (!hasRun) return;
    let isGone = false;
    void whenIdle()
      .then(() => import('./finding-headers'))
      .then(
        (module) => {
          if (!isGone) setFinding(module);
        },
        () => undefined,
      );
    return () => {
      isGone = true;
    };
  }, [hasRun]);
  const known = useMemo(() => finding?.knownHeaders(result), [finding, result]);
  return useMemo(
    () => (finding && known ? finding.headersInCode(lines, side, (name) => known.has(name)) : none),
    [finding, known, lines, side],
  );
}
