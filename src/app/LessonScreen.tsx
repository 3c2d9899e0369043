import { useEffect, useState } from 'react';
import { CoursePage, DrillPage, findLesson, LessonPage } from '@/features/lessons';
import { FrontendPane, ServerPane } from '@/features/workbench';
import type { Lesson } from '@/lessons/format/lesson';
import { closeLesson, judge, openLesson } from '@/stores/lesson';
import { keepProgress } from '@/stores/progress';
import { useRun } from '@/stores/run';
import { runNow } from './autorun';
import { InspectorPart } from './InspectorPart';
import { storageOf } from './persistence';
import { routeOf, type LessonRoute } from './route';
import { RunFailure } from './RunFailure';
import { TimelinePart } from './TimelinePart';
import { VerdictPart } from './VerdictPart';

// This module loads once, when the course is first opened: what was learnt before is taken up then.
const storage = storageOf(window);
if (storage) keepProgress(storage);

type Loaded = { id: string; lesson: Lesson } | { id: string; problem: string };

/** The course, or one of its lessons on a small workbench. */
export default function LessonScreen({ route }: { route: LessonRoute }) {
  switch (route.page) {
    case 'course':
      return <CoursePage />;
    case 'drill':
      return <DrillPage />;
    case 'lesson':
      return <OneLesson id={route.id} />;
  }
}

function OneLesson({ id }: { id: string }) {
  const [loaded, setLoaded] = useState<Loaded>();

  useEffect(() => {
    let isWanted = true;
    findLesson(id).then(
      (lesson) => {
        if (!isWanted) return;
        openLesson(lesson);
        setLoaded({ id, lesson });
        window.scrollTo(0, 0);
        runNow('edit');
      },
      (error: unknown) => {
        if (isWanted) setLoaded({ id, problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isWanted = false;
      closeLesson();
      // The workbench, if that comes next, shows a run of what stands in its editors.
      if (routeOf(window.location.hash).page === 'workbench') runNow('edit');
    };
  }, [id]);

  useEffect(
    () =>
      useRun.subscribe(({ runs, scenario, result }, before) => {
        if (runs !== before.runs && scenario && result) void judge(scenario, result);
      }),
    [],
  );

  if (loaded?.id !== id) return <main aria-busy="true" className="flex-1" />;
  if ('problem' in loaded) {
    return (
      <main role="alert" className="mx-auto w-full max-w-[80ch] px-4 py-9 text-prose">
        <p>{loaded.problem}</p>
        <p className="mt-3">
          <a href="#/course">To the course</a>
        </p>
      </main>
    );
  }
  return (
    <LessonPage
      lesson={loaded.lesson}
      onRun={() => runNow('run')}
      frontend={
        <div>
          <FrontendPane />
        </div>
      }
      server={
        <div>
          <ServerPane />
        </div>
      }
      figure={
        <>
          <TimelinePart />
          <RunFailure />
          <VerdictPart />
          <InspectorPart />
        </>
      }
    />
  );
}
