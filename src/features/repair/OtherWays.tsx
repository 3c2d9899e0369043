import type { Fix } from '@/repair';
import { PLACES, WARNED } from './words';

/** The other fixes, each with what it opens; choosing one shows it. */
export function OtherWays({ fixes, choose }: { fixes: readonly Fix[]; choose: (fix: Fix) => void }) {
  return (
    <ul className="other-ways">
      {fixes.map((fix) => (
        <li key={fix.title + fix.opens + fix.diffs.map(({ line }) => line).join()}>
          <button type="button" onClick={() => choose(fix)}>
            {fix.title}
          </button>
          <small>
            {PLACES[fix.place]}. {WARNED.has(fix.opening) && <b>Unsafe. </b>}
            {fix.opens}
          </small>
        </li>
      ))}
    </ul>
  );
}
