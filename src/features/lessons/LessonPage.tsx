import type { ReactNode } from 'react';
import { caseChapters, courseChapters } from '@/lessons/catalogue';
import type { Lesson } from '@/lessons/format/lesson';
import { useHold } from '@/stores/hold';
import { Help } from './Help';
import { Outcome } from './Outcome';
import { Predictions } from './Predictions';
import { Rail } from './Rail';
import { Blocks } from './Words';
import './lessons.css';

interface Props {
  lesson: Lesson;
  onRun: () => void;
  /** The workbench's parts, put in their places. */
  frontend: ReactNode;
  server: ReactNode;
  figure: ReactNode;
}

/** A lesson beside a small workbench. */
export function LessonPage({ lesson, onRun, frontend, server, figure }: Props) {
  const holding = useHold((state) => state.holding);
  const { prose, setup } = lesson;
  return (
    <main className="lesson">
      <Rail id={lesson.id} />
      <article className="prose" key={lesson.id}>
        <p className="kick">{kicker(lesson)}</p>
        <h1>{prose.title}</h1>
        <Blocks blocks={prose.opening} />
        {setup.source && (
          <p className="aside">
            Retold from{' '}
            <a href={setup.source} target="_blank" rel="noreferrer">
              the public thread
            </a>
            .
          </p>
        )}
        <Predictions lesson={lesson} onRun={onRun} />
        {!holding && <Help lesson={lesson} />}
        <Outcome lesson={lesson} />
      </article>
      <div className="mini">
        <section className="goal" aria-label="Goal">
          <b>Goal</b>
          <div>
            <Blocks blocks={prose.action} />
            <p className="aside">Yours to change: {setup.yours.map(nameOf).join(', ')}.</p>
          </div>
        </section>
        <div className="mini-panes">
          {frontend}
          {server}
        </div>
        {holding ? (
          <section aria-label="Timeline" className="held">
            <p>Nothing has left the browser yet. Predict, then let it run.</p>
          </section>
        ) : (
          figure
        )}
      </div>
    </main>
  );
}

const nameOf = (part: string): string =>
  part === 'frontend' ? 'the page’s code' : part === 'page' ? 'the page’s address' : part;

function kicker({ id, setup }: Lesson): string {
  const isThis = ({ entries }: { entries: { id: string }[] }): boolean => entries.some((entry) => entry.id === id);
  const at = courseChapters.findIndex(isThis);
  if (at >= 0) return `Lesson ${at + 1}`;
  const chapter = caseChapters.find(isThis);
  return setup.kind === 'case' ? `Case file${chapter ? `: ${chapter.title}` : ''}` : 'A lesson of your own';
}
