import { caseChapters, courseChapters, type CatalogueChapter } from '@/lessons/catalogue';
import { useProgress } from '@/stores/progress';
import { OwnLesson } from './OwnLesson';
import { ProgressActions } from './ProgressActions';
import { Standing, StandingMark } from './Solved';
import './lessons.css';
import './course.css';

const lessons = courseChapters.flatMap(({ entries }) => entries);
const cases = caseChapters.flatMap(({ entries }) => entries);

/** All lessons and cases, what the learner has done, and where to go on. */
export function CoursePage() {
  const done = useProgress((state) => state.lessons);
  const count = (entries: readonly { id: string }[]): number => entries.filter(({ id }) => done[id]?.solved).length;
  const next = [...lessons, ...cases].find(({ id }) => !done[id]?.solved);
  const hasBegun = Object.keys(done).length > 0;
  const minutes = lessons.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    <main className="course prose">
      <h1>The course</h1>
      <p>
        {courseChapters.length} lessons in {lessons.length} steps, about {Math.round(minutes / 30) / 2} hours in all.
        You predict, run, and repair. Everything is kept in this browser only.
      </p>
      <Steps />
      <p className="tally">
        {count(lessons)} of {lessons.length} steps solved, {count(cases)} of {cases.length} cases
      </p>
      {next && (
        <p>
          <a className="solid-button" href={`#/lesson/${next.id}`}>
            {hasBegun ? 'Go on' : 'Begin'}: {next.title}
          </a>
        </p>
      )}
      <h2 className="sr-only">Lessons</h2>
      <ol className="chapters">
        {courseChapters.map((chapter, index) => (
          <Chapter key={chapter.title} chapter={chapter} number={index + 1} />
        ))}
      </ol>
      <h2>Drill</h2>
      <p>
        <a href="#/drill">Questions without end</a>, twenty a run, harder as you go. What you get wrong comes back.
      </p>
      <h2>Case files</h2>
      <p>Other people’s real bugs, each retold from a public thread. Repair the system, without opening too much.</p>
      <ol className="chapters">
        {caseChapters.map((chapter) => (
          <Chapter key={chapter.title} chapter={chapter} />
        ))}
      </ol>
      <h2>Glossary</h2>
      <p>
        <a href="#/glossary">Every term</a> of the course, with the lesson that explains it.
      </p>
      <h2>Your progress</h2>
      <ProgressActions />
      <h2>A lesson of your own</h2>
      <OwnLesson />
    </main>
  );
}

/** The course in one line: a mark for each step, filled where it is solved. */
function Steps() {
  const done = useProgress((state) => state.lessons);
  return (
    <div className="steps" aria-hidden="true">
      {courseChapters.map(({ title, entries }) => (
        <span key={title}>
          {entries.map(({ id }) => (
            <i key={id} className={done[id]?.warned ? 'done warned' : done[id]?.solved ? 'done' : ''} />
          ))}
        </span>
      ))}
    </div>
  );
}

function Chapter({ chapter, number }: { chapter: CatalogueChapter; number?: number }) {
  const done = useProgress((state) => state.lessons);
  const isAlone = chapter.entries.length === 1 && chapter.entries[0]?.title === chapter.title;
  return (
    <li>
      <h3>
        <span className="number">{number}</span>
        {isAlone ? <Step id={chapter.entries[0]!.id} title={chapter.title} /> : chapter.title}
      </h3>
      <ul>
        {chapter.entries.map(({ id, title, summary, minutes }) => (
          <li key={id}>
            <span className="mark">
              <StandingMark progress={done[id]} />
            </span>
            {isAlone ? <p>{summary}</p> : <Step id={id} title={title} />}
            <span className="minutes">{minutes} min</span>
            {!isAlone && <p>{summary}</p>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Step({ id, title }: { id: string; title: string }) {
  const progress = useProgress((state) => state.lessons[id]);
  return (
    <a href={`#/lesson/${id}`}>
      {title}
      <Standing progress={progress} />
    </a>
  );
}
