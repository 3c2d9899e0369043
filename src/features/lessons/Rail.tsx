import { useEffect, useRef } from 'react';
import { caseChapters, courseChapters, type CatalogueChapter } from '@/lessons/catalogue';
import { useProgress } from '@/stores/progress';
import { Standing, StandingMark } from './Solved';
import './rail.css';

/** The course as a line of stations: what is solved, where one is. */
export function Rail({ id }: { id: string }) {
  const isCase = caseChapters.some(({ entries }) => entries.some((entry) => entry.id === id));
  return (
    <nav aria-label="Course" className="rail">
      <ol>
        {(isCase ? caseChapters : courseChapters).map((chapter, index) => (
          <Chapter key={chapter.title} chapter={chapter} number={isCase ? '' : String(index + 1)} id={id} />
        ))}
      </ol>
      <p className="rail-more">
        <a href="#/course">{isCase ? 'The course and all cases' : 'Cases and your progress'}</a>
        <a href="#/drill">Drill</a>
        <a href="#/glossary">Glossary</a>
      </p>
    </nav>
  );
}

function Chapter({ chapter, number, id }: { chapter: CatalogueChapter; number: string; id: string }) {
  const lessons = useProgress((state) => state.lessons);
  const isHere = chapter.entries.some((entry) => entry.id === id);
  const solved = chapter.entries.filter((entry) => lessons[entry.id]?.solved);
  const isDone = solved.length === chapter.entries.length;
  const isBegun = solved.length > 0 && !isDone;
  const isWarned = solved.some((entry) => lessons[entry.id]?.warned);
  const marks = [isHere && 'here', isDone && 'done', isBegun && 'begun', isWarned && 'warned'];
  const station = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) station.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const first = chapter.entries[0];
  if (!first) return null;
  return (
    <li ref={station} className={marks.filter(Boolean).join(' ')}>
      <span className="station">
        <span className="number">{number}</span>
        <i aria-hidden="true" />
        <a href={`#/lesson/${first.id}`} aria-current={isHere && chapter.entries.length === 1 ? 'page' : undefined}>
          {chapter.title}
          {isBegun && (
            <span className="sr-only">
              {' '}
              ({solved.length} of {chapter.entries.length} solved)
            </span>
          )}
          {isDone && <Standing progress={{ solved: true, warned: isWarned }} />}
        </a>
      </span>
      {isHere && chapter.entries.length > 1 && (
        <ol>
          {chapter.entries.map((entry) => (
            <li key={entry.id} className={entry.id === id ? 'here' : ''}>
              <a href={`#/lesson/${entry.id}`} aria-current={entry.id === id ? 'page' : undefined}>
                {entry.title}
                <Standing progress={lessons[entry.id]} /> <StandingMark progress={lessons[entry.id]} />
              </a>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
