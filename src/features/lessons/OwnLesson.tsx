import { useState } from 'react';
import { LessonFault, offerFiles } from './own-lessons';

interface OwnLessonProps {
  folder?: string;
  /** Opens the lesson at this fragment; left out: by the page's address alone. */
  onOpen?: (fragment: string) => void;
}

/** Opens a lesson that is not part of the course: from its two files, or from a folder next to the site. */
export function OwnLesson({ folder = '', onOpen = goTo }: OwnLessonProps) {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [address, setAddress] = useState(folder);

  const open = async (files: readonly File[]): Promise<void> => {
    try {
      onOpen(await offerFiles(files));
    } catch (error) {
      setFaults(linesOf(error));
    }
  };
  return (
    <>
      <p>
        A lesson is two files, <code>lesson.md</code> and <code>lesson.json</code>. Choose both at once:
      </p>
      <p>
        <label>
          Lesson files{' '}
          <input
            type="file"
            multiple
            accept=".md,.json"
            className="text-field"
            onChange={(event) => {
              void open([...(event.target.files ?? [])]);
              // The same files, mended, may be chosen again.
              event.target.value = '';
            }}
          />
        </label>
      </p>
      <Faults lines={faults} />
      <p>Or name a folder next to this site. The address you get is one to hand out:</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') onOpen(`#/own?from=${encodeURIComponent(address.trim())}`);
        }}
      >
        <label>
          Folder{' '}
          <input
            type="text"
            className="text-field"
            placeholder="lessons/example"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>{' '}
        <button type="submit" className="text-button">
          Open the folder
        </button>
      </form>
      <p className="aside">
        <a href="#/own?from=lessons/example">An example</a> to start from:{' '}
        <a href="lessons/example/lesson.md">lesson.md</a> and <a href="lessons/example/lesson.json">lesson.json</a>.
      </p>
    </>
  );
}

function goTo(fragment: string): void {
  window.location.hash = fragment;
}

/** What is wrong with a lesson, each with its place. */
export function Faults({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div role="alert" className="warning">
      <p>This lesson cannot be opened:</p>
      <ul className="faults">
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function linesOf(error: unknown): readonly string[] {
  if (error instanceof LessonFault) return error.lines;
  return [error instanceof Error ? error.message : String(error)];
}
