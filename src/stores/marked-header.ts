import { create } from 'zustand';

/**
 * The header that the pointer, the focus or the text cursor is on, lower case: it is marked wherever it stands. Whatever shows
 * a header has its name, or several names, in `data-header`; what knows by itself which header a place in it is, as an editor
 * does, has `data-headers-by-place` and calls `markHeader`.
 */
export const useMarkedHeader = create<{ name: string | null }>()(() => ({ name: null }));

export function markHeader(name: string | null): void {
  if (name !== useMarkedHeader.getState().name) useMarkedHeader.setState({ name });
}
