import { useEffect } from 'react';
import { followHeaders } from '@/stores/follow-headers';

/** Marks the header that the pointer or the focus is on, in every part of the page. */
export function HeaderMarks() {
  useEffect(() => followHeaders(document), []);
  return null;
}
