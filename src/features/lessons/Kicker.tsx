import { placeOf } from '@/lessons/catalogue';
import type { Lesson } from '@/lessons/format/lesson';
import { useProgress } from '@/stores/progress';
import { StandingMark } from './Solved';

/** Where in the course this is, and the ways to the lessons before and after. */
export function Kicker({ lesson: { id, setup } }: { lesson: Lesson }) {
  const progress = useProgress((state) => state.lessons[id]);
  const place = placeOf(id);
  return (
    <div className="kick">
      <p>
        {place?.words ?? (setup.kind === 'case' ? 'A case of your own' : 'A lesson of your own')}
        {progress?.solved && (
          <>
            {' '}
            <span className={progress.warned ? 'solved-badly' : 'solved'}>
              <StandingMark progress={progress} /> {progress.warned ? 'solved, with a warning' : 'solved'}
            </span>
          </>
        )}
      </p>
      {place && (
        <nav aria-label="Lessons before and after">
          {place.previous && (
            <a href={`#/lesson/${place.previous}`} title="Alt+PageUp" aria-keyshortcuts="Alt+PageUp">
              Previous
            </a>
          )}
          {place.next && (
            <a href={`#/lesson/${place.next}`} title="Alt+PageDown" aria-keyshortcuts="Alt+PageDown">
              Next
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
