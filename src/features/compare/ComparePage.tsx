import { headlineOf } from '@/explain';
import type { Comparison, Side } from '@/explain/compare';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import { Choices } from './Choices';
import { Twins } from './Twins';
import { Words } from './Words';
import { type Compared, usePair } from './use-pair';
import { useQuestion } from './use-question';
import './compare.css';

/** Two runs of one scenario that differ in one thing, step beside step, with the first difference marked. */
export function ComparePage({ query }: { query: string }) {
  const [read, ask] = useQuestion(query);
  const { compared, failure, isUnderWay } = usePair(read?.ok ? read.question : undefined);
  if (read && !read.ok) {
    return (
      <main className="compare">
        <h2>Compare two runs</h2>
        <p role="alert">This comparison cannot be opened: {read.message}.</p>
        <p>
          <a href="#/compare?by=browser">Compare two browsers</a>
        </p>
      </main>
    );
  }
  return (
    <main className="compare" aria-busy={isUnderWay}>
      <h2>Compare two runs</h2>
      {read?.ok && <Choices question={read.question} ask={ask} />}
      {failure && <p role="alert">The runs could not be made: {failure}</p>}
      {compared && <Result compared={compared} />}
    </main>
  );
}

function Result({ compared }: { compared: Compared }) {
  const { sides, comparison } = compared;
  return (
    <>
      <div role="status" className={`finding ${comparison.first === null ? 'none' : ''}`}>
        <h3>{headingOf(comparison)}</h3>
        <p>
          <Said sentence={comparison.sentence} />
        </p>
      </div>
      <div className="sides">
        {sides.map((side, index) => (
          <SideHead key={index} side={side} />
        ))}
      </div>
      <Words compared={compared} />
      <Twins compared={compared} />
    </>
  );
}

function headingOf({ first, words }: Comparison): string {
  if (first !== null) return 'The first difference';
  return words.length > 0 ? 'Only the console words differ' : 'No difference';
}

function SideHead({ side: { name, run } }: { side: Side }) {
  const { word, neutral, sentence } = run.verdict;
  const tone = neutral ? 'none' : word;
  return (
    <section aria-label={name} className={tone}>
      <h3>{name}</h3>
      <p>
        <b>
          <Icon shape={tone} /> {headlineOf(run.verdict)}
        </b>{' '}
        <Said sentence={sentence} />
      </p>
    </section>
  );
}
