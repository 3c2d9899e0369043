import { goToLine, type CodePlace } from '@/stores/place';

/** Leads into the editor, to the line. */
export function LineLink({ place }: { place: CodePlace }) {
  return (
    <button type="button" onClick={() => goToLine(place)}>
      line {place.line}
    </button>
  );
}
