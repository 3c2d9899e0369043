import type { ReactNode } from 'react';
import type { Lesson } from '@/lessons/format/lesson';
import { useHold } from '@/stores/hold';
import { useMedia } from '@/ui/use-media';
import { Goal } from './Goal';
import { Help } from './Help';
import { Kicker } from './Kicker';
import { Outcome } from './Outcome';
import { Predictions } from './Predictions';
import { Rail } from './Rail';
import { RunPlace } from './RunPlace';
import { useEditorLines } from './use-editor-lines';
import { useLessonKeys } from './use-lesson-keys';
import { Watching } from './Watching';
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

/** A lesson beside a small workbench; on a phone around it: what to read before, and what comes of it after. */
export function LessonPage({ lesson, onRun, frontend, server, figure }: Props) {
  const holding = useHold((state) => state.holding);
  const isNarrow = useMedia('(max-width: 799px)');
  const lines = useEditorLines();
  useLessonKeys(lesson.id);
  const { prose, setup } = lesson;
  const help = !holding && <Help lesson={lesson} />;
  const outcome = <Outcome lesson={lesson} />;
  return (
    <main className="lesson">
      <Rail id={lesson.id} />
      <article className="prose" key={lesson.id}>
        <Kicker lesson={lesson} />
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
        {!isNarrow && help}
        {!isNarrow && outcome}
      </article>
      <div className="mini">
        <Goal lesson={lesson} isNarrow={isNarrow} onRun={onRun} />
        <div className="mini-panes" style={lines}>
          {frontend}
          {server}
        </div>
        <RunPlace key={lesson.id}>
          {holding ? (
            <section aria-label="Timeline" className="held">
              <p>Nothing has left the browser yet. Predict, then let it run.</p>
            </section>
          ) : (
            <>
              <Watching onRun={onRun} />
              {figure}
            </>
          )}
        </RunPlace>
      </div>
      {isNarrow && (
        <div className="prose tail">
          {help}
          {outcome}
        </div>
      )}
    </main>
  );
}
