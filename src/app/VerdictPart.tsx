import { VerdictBar } from '@/features/verdict';
import { useExplained } from '@/stores/explained';

/** The verdict of the last run; before the first one, a line to be filled. */
export function VerdictPart() {
  const run = useExplained();
  if (run) return <VerdictBar verdict={run.verdict} />;
  return <div role="status" aria-label="Verdict" aria-busy="true" className="min-h-10 border-y border-hairline" />;
}
