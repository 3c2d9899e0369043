import './reading.css';
import type { LadderRow, Stop } from '@/explain';
import { readingOf } from '@/explain/reading';
import { typeset } from '@/explain/typeset';
import { withTerms } from '@/lessons/terms';
import { Said } from '@/ui/Said';

/** A decision in one sentence, what the browser kept of it, and where to read on. */
export function RowReading({ stop, tone }: { stop: Stop; tone: LadderRow['tone'] | 'ahead' }) {
  const { standard, mdn } = readingOf(stop);
  const seen = new Set<string>();
  return (
    <tr className={`reading ${tone}`}>
      <td colSpan={5}>
        <p>
          <Said sentence={withTerms(typeset(stop), seen)} />
          {stop.notes.map((note) => (
            <span key={note}>
              {' '}
              <Said sentence={withTerms(typeset({ sentence: note, match: null }), seen)} />
            </span>
          ))}
        </p>
        <p className="links">
          {standard ? (
            <a href={standard.href} target="_blank" rel="noreferrer">
              {standard.title}
            </a>
          ) : (
            <span>Not in a standard</span>
          )}
          <a href={mdn.href} target="_blank" rel="noreferrer">
            MDN: {mdn.title}
          </a>
        </p>
      </td>
    </tr>
  );
}
