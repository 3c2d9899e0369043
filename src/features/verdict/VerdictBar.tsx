import { type RunVerdict, VERDICT_WORDS } from '@/explain';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import './verdict.css';

/** The run in a word and a sentence. It is the run's; the picture above is the playhead's. */
export function VerdictBar({ verdict }: { verdict: RunVerdict }) {
  return (
    <div className={`verdict ${verdict.word}`} role="status" aria-label="Verdict">
      <span className="word">
        <Icon shape={verdict.word} />
        <b>{VERDICT_WORDS[verdict.word]}</b>
      </span>{' '}
      <span className="sentence">
        <Said sentence={verdict.sentence} />
      </span>
    </div>
  );
}
