import { useEffect, useState } from 'react';
import { introducedBy, titleOf } from '@/lessons/catalogue';
import { glossary, searchTerms } from '@/lessons/glossary';
import { Definition } from './Definition';
import './lessons.css';
import './course.css';

/** Every term, in order of the alphabet; the one in the address is brought into view. */
export function GlossaryPage({ term }: { term: string }) {
  const [wanted, setWanted] = useState('');
  const found = searchTerms(wanted);

  useEffect(() => {
    const entry = document.getElementById(`term-${term}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }, [term]);

  return (
    <main className="course prose">
      <h1>Glossary</h1>
      {term !== '' && !Object.hasOwn(glossary, term) && <p role="alert">There is no term “{term}” here.</p>}
      <p>
        <label>
          Search{' '}
          <input
            type="search"
            className="text-field"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
      </p>
      <p role="status" className="aside">
        {found.length} of {Object.keys(glossary).length} terms
      </p>
      <dl className="terms">
        {found.map((id) => (
          <Entry key={id} id={id} isChosen={id === term} />
        ))}
      </dl>
    </main>
  );
}

function Entry({ id, isChosen }: { id: string; isChosen: boolean }) {
  const { term = '', see } = glossary[id] ?? {};
  const lesson = introducedBy(id);
  return (
    <div id={`term-${id}`} tabIndex={-1} className={isChosen ? 'chosen' : ''}>
      <dt>
        <a href={`#/glossary/${id}`} aria-current={isChosen ? 'true' : undefined}>
          {term}
        </a>
      </dt>
      <dd>
        <p>
          <Definition id={id} />
        </p>
        <p className="aside">
          {lesson && (
            <>
              Lesson <a href={`#/lesson/${lesson}`}>{titleOf(lesson)}</a>
            </>
          )}
          {lesson && see && ' · '}
          {see && (
            <a href={see} target="_blank" rel="noreferrer">
              {new URL(see).host}
            </a>
          )}
        </p>
      </dd>
    </div>
  );
}
