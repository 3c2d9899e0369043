import { type RunVerdict, VERDICT_WORDS, plain } from '@/explain';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import './verdict.css';

/** The run in a word and a sentence. It is the run's; the picture above is the playhead's. */
export function VerdictBar({ verdict }: { verdict: RunVerdict }) {
  const tone = verdict.neutral ? 'none' : verdict.word;
  const text = plain(verdict.sentence);
  return (
    <div className={`verdict ${tone}`} role="status" aria-label="Verdict">
      <span className="word">
        <Icon shape={tone} />
        <b>{VERDICT_WORDS[verdict.word]}</b>
      </span>{' '}
      <span className="sentence" title={text.length > 300 ? text : undefined}>
        <Said sentence={verdict.sentence} />
      </span>
    </div>
  );
}
