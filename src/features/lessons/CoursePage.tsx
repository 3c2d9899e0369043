import { useRef, useState } from 'react';
import { caseChapters, courseChapters, lessonIds, type CatalogueChapter } from '@/lessons/catalogue';
import { parseProgress, progressText, useProgress } from '@/stores/progress';
import { OwnLesson } from './OwnLesson';
import './lessons.css';

/** All lessons and cases, and what the learner has done. */
export function CoursePage() {
  const lessons = useProgress((state) => state.lessons);
  const solved = lessonIds.filter((id) => lessons[id]?.solved).length;
  return (
    <main className="course prose">
      <h1>The course</h1>
      <p>
        {solved} of {lessonIds.length} solved. Everything is kept in this browser only.
      </p>
      <ol className="chapters">
        {courseChapters.map((chapter, index) => (
          <Chapter key={chapter.title} chapter={chapter} number={index + 1} />
        ))}
      </ol>
      <h2>Case files</h2>
      <p>Other people’s real bugs, each retold from a public thread. Repair the system.</p>
      <ol className="chapters">
        {caseChapters.map((chapter) => (
          <Chapter key={chapter.title} chapter={chapter} />
        ))}
      </ol>
      <h2>Drill</h2>
      <p>
        <a href="#/drill">Twenty questions</a>, harder as you go. What you get wrong comes back.
      </p>
      <h2>Your progress</h2>
      <ProgressActions />
      <h2>A lesson of your own</h2>
      <OwnLesson />
    </main>
  );
}

function Chapter({ chapter, number }: { chapter: CatalogueChapter; number?: number }) {
  const lessons = useProgress((state) => state.lessons);
  return (
    <li>
      <h3>
        {number !== undefined && <span className="number">{number}</span>} {chapter.title}
      </h3>
      <ul>
        {chapter.entries.map(({ id, title, summary }) => (
          <li key={id}>
            <a href={`#/lesson/${id}`}>{title}</a>
            {lessons[id]?.solved && <b> solved</b>}
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </li>
  );
}

function ProgressActions() {
  const { add, clear } = useProgress.getState();
  const [said, setSaid] = useState('');
  const [isSure, setSure] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  const save = (): void => {
    const url = URL.createObjectURL(
      new Blob([progressText(useProgress.getState().lessons)], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = 'cors-progress.json';
    link.click();
    URL.revokeObjectURL(url);
  };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const progress = parseProgress(await chosen.text());
    if (progress) add(progress);
    setSaid(
      progress ? `Added ${Object.keys(progress).length} lessons.` : 'This file holds no progress of this course.',
    );
  };
  return (
    <>
      <p className="help-actions">
        <button type="button" className="text-button" onClick={save}>
          Export
        </button>
        <button type="button" className="text-button" onClick={() => file.current?.click()}>
          Import
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => {
            if (isSure) clear();
            setSaid(isSure ? 'Cleared.' : '');
            setSure(!isSure);
          }}
        >
          {isSure ? 'Really clear everything?' : 'Clear'}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          aria-label="Progress file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </p>
      <p role="status">{said}</p>
    </>
  );
}
