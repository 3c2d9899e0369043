import { type RunVerdict, VERDICT_WORDS, plain } from '@/explain';
import { strangerIn } from '@/stores/demonstration';
import { usePythonWait } from '@/stores/python';
import { useScenario } from '@/stores/scenario';
import { useStale } from '@/stores/stale';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import { StaleNote } from '@/ui/StaleNote';
import './verdict.css';

/** The run in a word and a sentence. It is the run's; the picture above is the playhead's. */
export function VerdictBar({ verdict }: { verdict: RunVerdict }) {
  const stranger = useScenario(strangerIn);
  const stale = useStale();
  const waitsFor = usePythonWait();
  const succeeds = stranger !== undefined && verdict.word === 'allowed' && !verdict.neutral;
  const tone = verdict.neutral || succeeds ? 'none' : verdict.word;
  const who = stranger === 'null' ? 'A page without an origin' : stranger?.replace(/^https?:\/\//, '');
  const sentence = succeeds ? [...verdict.sentence, ` ${who} may read it: the attack works.`] : verdict.sentence;
  const text = plain(sentence);
  return (
    <div className={`verdict ${tone}`} data-stale={stale}>
      <div className="words" role="status" aria-label="Verdict">
        <span className="word">
          <Icon shape={tone} />
          <b>{VERDICT_WORDS[verdict.word]}</b>
        </span>{' '}
        <span className="sentence" title={text.length > 300 ? text : undefined}>
          <Said sentence={sentence} />
        </span>
      </div>
      <StaleNote stale={stale} waitsFor={waitsFor} />
    </div>
  );
}
