import { useEffect, useState } from 'react';
import {
  CoursePage,
  DrillPage,
  findLesson,
  GlossaryPage,
  isOwnLesson,
  LessonPage,
  lessonFrom,
  OwnPage,
} from '@/features/lessons';
import { FrontendPane, ServerPane } from '@/features/workbench';
import type { Lesson } from '@/lessons/format/lesson';
import { keepDrills } from '@/stores/drill';
import { closeLesson, judge, openLesson } from '@/stores/lesson';
import { keepProgress } from '@/stores/progress';
import { useRun } from '@/stores/run';
import { runNow } from './autorun';
import { InspectorPart } from './InspectorPart';
import { storageOf } from './persistence';
import { routeOf, type LessonRoute } from './route';
import { RunFailure } from './RunFailure';
import { ShareNotice } from './ShareNotice';
import { TimelinePart } from './TimelinePart';
import { VerdictPart } from './VerdictPart';

// This module loads once, when the course is first opened: what was learnt before is taken up then.
const storage = storageOf(window);
if (storage) {
  keepProgress(storage);
  keepDrills(storage);
}

type Loaded = { address: string } & ({ lesson: Lesson } | { error: unknown });

/** The course, or one of its lessons on a small workbench. */
export default function LessonScreen({ route }: { route: LessonRoute }) {
  switch (route.page) {
    case 'course':
      return <CoursePage />;
    case 'drill':
      return <Drill />;
    case 'glossary':
      return <GlossaryPage term={route.term} />;
    case 'own':
      if (route.folder === '') return <OwnPage />;
      return <OneLesson address={route.folder} load={lessonFrom} isOwn />;
    case 'lesson':
      return <OneLesson address={route.id} load={findLesson} isOwn={isOwnLesson(route.id)} />;
  }
}

function Drill() {
  useEffect(() => runWhenBack, []);
  return (
    <DrillPage
      figure={
        <>
          <TimelinePart />
          <VerdictPart />
        </>
      }
    />
  );
}

/** The workbench, if that comes next, shows a run of what stands in its editors. */
function runWhenBack(): void {
  if (routeOf(window.location.hash).page === 'workbench') runNow('edit');
}

interface OneLessonProps {
  /** What the address names: a lesson's id, or a folder. */
  address: string;
  load: (address: string) => Promise<Lesson>;
  isOwn: boolean;
}

function OneLesson({ address, load, isOwn }: OneLessonProps) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isWanted = true;
    load(address).then(
      (lesson) => {
        if (!isWanted) return;
        openLesson(lesson);
        setLoaded({ address, lesson });
        window.scrollTo(0, 0);
        runNow('edit');
      },
      (error: unknown) => {
        if (isWanted) setLoaded({ address, error });
      },
    );
    return () => {
      isWanted = false;
      closeLesson();
      runWhenBack();
    };
  }, [address, load, attempt]);

  useEffect(
    () =>
      useRun.subscribe(({ runs, scenario, result }, before) => {
        if (runs !== before.runs && scenario && result) void judge(scenario, result);
      }),
    [],
  );

  if (loaded?.address !== address) return <main aria-busy="true" className="flex-1" />;
  if ('error' in loaded) {
    if (isOwn) {
      // What was mended may have the address that could not be opened: then no change of it tells.
      const open = (fragment: string): void => {
        window.location.hash = fragment;
        setAttempt(attempt + 1);
      };
      return <OwnPage folder={load === lessonFrom ? address : ''} error={loaded.error} onOpen={open} />;
    }
    return (
      <main role="alert" className="mx-auto w-full max-w-[80ch] px-4 py-9 text-prose">
        <p>{loaded.error instanceof Error ? loaded.error.message : String(loaded.error)}</p>
        <p className="mt-3">
          <a href="#/course">To the course</a>
        </p>
      </main>
    );
  }
  return (
    <>
      <ShareNotice />
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
    </>
  );
}
