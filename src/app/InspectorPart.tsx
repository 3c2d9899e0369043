import { Inspector } from '@/features/inspector';
import { useExplained } from '@/stores/explained';

/** The inspector of the last run; before the first one, its place. */
export function InspectorPart() {
  const run = useExplained();
  if (run) {
    return (
      <>
        <h2 className="sr-only">What happened</h2>
        <Inspector run={run} />
      </>
    );
  }
  return <section aria-label="Inspector" aria-busy="true" className="flex-1" />;
}
