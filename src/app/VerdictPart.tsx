import { VerdictBar } from '@/features/verdict';
import { useExplained } from '@/stores/explained';
import { usePythonWait } from '@/stores/python';
import { StaleNote } from '@/ui/StaleNote';

/** The verdict of the last run; before the first one, a line to be filled, with what the run waits for. */
export function VerdictPart() {
  const run = useExplained();
  const waitsFor = usePythonWait();
  if (run) return <VerdictBar verdict={run.verdict} />;
  return (
    <div className="flex min-h-10 items-center border-y border-hairline px-4 max-desk:min-h-[124px] max-desk:px-3">
      <div role="status" aria-label="Verdict" aria-busy="true" />
      {waitsFor && <StaleNote stale="running" waitsFor={waitsFor} />}
    </div>
  );
}
