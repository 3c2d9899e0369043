import { Inspector } from '@/features/inspector';
import { useExplained } from '@/stores/explained';

/** The inspector of the last run; before the first one, its place. */
export function InspectorPart() {
  const run = useExplained();
  return run ? <Inspector run={run} /> : <section aria-label="Inspector" aria-busy="true" className="flex-1" />;
}
