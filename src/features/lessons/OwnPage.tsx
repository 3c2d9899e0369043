import { Faults, linesOf, OwnLesson } from './OwnLesson';
import './lessons.css';
import './course.css';

interface OwnPageProps {
  folder?: string;
  error?: unknown;
  onOpen?: (fragment: string) => void;
}

/** Where a lesson of one's own is opened, and where it is said why one could not be. */
export function OwnPage({ folder = '', error, onOpen }: OwnPageProps) {
  return (
    <main className="course prose">
      <h1>A lesson of your own</h1>
      {error !== undefined && <Faults lines={linesOf(error)} />}
      <OwnLesson folder={folder} {...(onOpen && { onOpen })} />
      <p>
        <a href="#/course">To the course</a>
      </p>
    </main>
  );
}
