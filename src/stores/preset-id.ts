/**
 * The id under which a document is edited and kept says what it came from: a case by its own id, a lesson, or a demonstration
 * that stands in for another document.
 */

const LESSON = 'lesson:';
const DEMONSTRATION = 'demonstration:';

export const lessonPreset = (lesson: string): string => LESSON + lesson;

export const isLessonPreset = (id: string): boolean => id.startsWith(LESSON);

export const demonstrationPreset = (home: string): string => DEMONSTRATION + home;

export const isDemonstrationPreset = (id: string): boolean => id.startsWith(DEMONSTRATION);

/** Id of what a demonstration was opened from; undefined where it is none. */
export function homeOfPreset(id: string): string | undefined {
  return isDemonstrationPreset(id) ? id.slice(DEMONSTRATION.length) : undefined;
}
