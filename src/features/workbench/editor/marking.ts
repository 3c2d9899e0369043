import type { PointerEvent, SyntheticEvent } from 'react';
import { markHeader } from '@/stores/marked-header';
import { placeAt, type HeaderPlace } from './header-places';

/** What a text area tells of its pointer and its text cursor, to mark the header that is there. */
export function markingOf(places: readonly (readonly HeaderPlace[])[]) {
  const atCursor = ({ currentTarget: { value, selectionStart } }: SyntheticEvent<HTMLTextAreaElement>): void => {
    const before = value.slice(0, selectionStart).split('\n');
    markHeader(placeAt(places, before.length, before.at(-1)!.length));
  };
  return { onSelect: atCursor, onFocus: atCursor, onPointerMove: atPointer };
}

/** The text area lies over the text: what is marked is what the pointer is on below it. */
function atPointer({ clientX, clientY }: PointerEvent): void {
  const below = document.elementsFromPoint(clientX, clientY).find((element) => element.matches('.plain-line *'));
  markHeader(below?.closest('[data-header]')?.getAttribute('data-header') ?? null);
}
