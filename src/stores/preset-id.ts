/**
 * The id under which a document is edited and kept says what it came from: a case by its own id, a lesson, or a demonstration
 * that stands in for another document. A case that came by a link is known by the link’s text.
 */

import { fingerprint } from './fingerprint';

const LESSON = 'lesson:';
const DEMONSTRATION = 'demonstration:';
const SHARED = 'shared-';

export const lessonPreset = (lesson: string): string => LESSON + lesson;

export const isLessonPreset = (id: string): boolean => id.startsWith(LESSON);

/** @param code the scenario as the link has it */
export const sharedPreset = (code: string): string => SHARED + fingerprint(code);

export const isSharedPreset = (id: string): boolean => id.startsWith(SHARED);

export const demonstrationPreset = (home: string): string => DEMONSTRATION + home;

export const isDemonstrationPreset = (id: string): boolean => id.startsWith(DEMONSTRATION);

/** Id of what a demonstration was opened from; undefined where it is none. */
export function homeOfPreset(id: string): string | undefined {
  return isDemonstrationPreset(id) ? id.slice(DEMONSTRATION.length) : undefined;
}
