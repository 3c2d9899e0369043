import { useState } from 'react';
import { problemLine } from '@/lessons/format/lesson';
import type { LessonFiles } from '@/lessons/format/parse-lesson';
import { offerLesson, ownIdOf } from './own-lessons';

/** Opens a lesson that is not part of the course: from its two files, or from a folder's address. */
export function OwnLesson() {
  const [problems, setProblems] = useState<string[]>([]);
  const [address, setAddress] = useState('');

  const open = async (read: () => Promise<LessonFiles>): Promise<void> => {
    try {
      const { parseLesson } = await import('@/lessons/format/parse-lesson');
      const files = await read();
      const parsed = parseLesson(ownIdOf(files), files);
      if (!parsed.ok) return setProblems(parsed.problems.map(problemLine));
      setProblems([]);
      window.location.hash = offerLesson(parsed.lesson);
    } catch (error) {
      setProblems([error instanceof Error ? error.message : String(error)]);
    }
  };

  return (
    <>
      <p>
        A lesson is two files, <code>lesson.md</code> and <code>lesson.json</code>. Choose both, or give the address of
        the folder next to this site.
      </p>
      <p>
        <label>
          Files{' '}
          <input
            type="file"
            multiple
            accept=".md,.json"
            onChange={(event) => void open(() => filesOf([...(event.target.files ?? [])]))}
          />
        </label>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open(() => fetchFiles(address));
        }}
      >
        <label>
          Folder’s address{' '}
          <input
            type="text"
            className="text-field"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>{' '}
        <button type="submit" className="text-button">
          Open
        </button>
      </form>
      {problems.length > 0 && (
        <ul role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
}

async function filesOf(files: readonly File[]): Promise<LessonFiles> {
  const text = (name: keyof LessonFiles): Promise<string> => {
    const file = files.find((each) => each.name === name);
    if (!file) throw new Error(`Choose both files: ${name} is missing.`);
    return file.text();
  };
  return { 'lesson.md': await text('lesson.md'), 'lesson.json': await text('lesson.json') };
}

async function fetchFiles(address: string): Promise<LessonFiles> {
  const folder = new URL(address.endsWith('/') ? address : `${address}/`, window.location.href);
  const text = async (name: keyof LessonFiles): Promise<string> => {
    const answer = await fetch(new URL(name, folder)).catch(() => undefined);
    if (!answer?.ok)
      throw new Error(`${new URL(name, folder).href} could not be read (${answer?.status ?? 'no answer'}).`);
    return answer.text();
  };
  return { 'lesson.md': await text('lesson.md'), 'lesson.json': await text('lesson.json') };
}
