import { useEffect, type RefObject } from 'react';
import { usePlace } from '@/stores/place';
import type { CodeSide } from './CodeEditor';
import { foremost, type CodeMark } from './marks';

/** Brings into view the line that the run points at, and goes to one that is asked for. */
export function usePlainReveal(
  textRef: RefObject<HTMLTextAreaElement | null>,
  side: CodeSide,
  marks: readonly CodeMark[],
): void {
  useEffect(() => {
    const line = foremost(marks);
    const area = textRef.current;
    // Whoever types keeps their place.
    if (area && line !== undefined && document.activeElement !== area) reveal(area, line);
  }, [textRef, marks]);

  const asked = usePlace((state) => (state.asked?.side === side ? state.asked : null));
  useEffect(() => {
    const area = textRef.current;
    if (!area || !asked) return;
    usePlace.setState({ asked: null });
    const start = area.value.split('\n', asked.line - 1).join('\n').length + (asked.line > 1 ? 1 : 0);
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, start);
    drawnLine(area, asked.line)?.scrollIntoView({ block: 'center' });
  }, [textRef, asked]);
}

const drawnLine = (area: HTMLTextAreaElement, line: number): Element | undefined =>
  area.previousElementSibling?.children[line - 1];

/** Scrolls the room around the text, and nothing else, as little as brings the line into sight: what is read beside it stays. */
function reveal(area: HTMLTextAreaElement, line: number): void {
  const drawn = drawnLine(area, line);
  const room = area.parentElement?.parentElement;
  if (!drawn || !room) return;
  const [inside, around] = [drawn.getBoundingClientRect(), room.getBoundingClientRect()];
  if (inside.top < around.top) room.scrollTop -= around.top - inside.top;
  else if (inside.bottom > around.bottom) room.scrollTop += inside.bottom - around.bottom;
}
