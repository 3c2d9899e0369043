import { differenceOf, saidBy } from '@/explain/message';
import { withTerms } from '@/lessons/terms';
import { Said } from '@/ui/Said';
import type { BrowserRun } from './use-browser-runs';

/** A line for what other browsers decide otherwise; nothing where it is only their words. */
export function differenceFrom(runs: readonly BrowserRun[], ordinal: number) {
  const all = runs.flatMap(({ run, browser }) => saidBy(run, browser, ordinal) ?? []);
  if (all.length < 2) return null;
  const difference = differenceOf(all);
  if (difference.in === 'words' || difference.in === 'nothing') return null;
  return (
    <p className="difference">
      <Said sentence={withTerms(difference.sentence)} />
    </p>
  );
}
