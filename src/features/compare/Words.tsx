import { useState } from 'react';
import type { ComparedLine, Stretch } from '@/explain/compare';
import type { Compared } from './use-pair';

/** So many pairs are in sight at first: the steps stand below them. */
const AT_FIRST = 4;

/** What each browser wrote, where it is not the same, with the words that only one of them has marked. */
export function Words({ compared: { sides, comparison } }: { compared: Compared }) {
  const [isWhole, setIsWhole] = useState(false);
  const { words } = comparison;
  if (words.length === 0) return null;
  const shown = isWhole ? words : words.slice(0, AT_FIRST);
  const [left, right] = sides;
  return (
    <section className="words" aria-labelledby="words-heading">
      <h3 id="words-heading">What stands in the console</h3>
      <ol>
        {shown.map((line, index) => (
          <Line key={index} line={line} left={left.name} right={right.name} />
        ))}
      </ol>
      {shown.length < words.length && (
        <button type="button" className="more" onClick={() => setIsWhole(true)}>
          {words.length - shown.length} more that differ
        </button>
      )}
    </section>
  );
}

function Line({ line, left, right }: { line: ComparedLine; left: string; right: string }) {
  return (
    <li>
      <Printed name={left} text={line.left} />
      <Printed name={right} text={line.right} />
      {line.times > 1 && <small>{line.times} times, word for word</small>}
    </li>
  );
}

function Printed({ name, text }: { name: string; text: Stretch[] | null }) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {text ? (
        <p className="font-code">
          {text.map((stretch, index) =>
            stretch.differs ? <mark key={index}>{stretch.text}</mark> : <span key={index}>{stretch.text}</span>,
          )}
        </p>
      ) : (
        <p className="absent">prints nothing here</p>
      )}
    </figure>
  );
}
