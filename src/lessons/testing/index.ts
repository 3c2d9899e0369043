import course from '../course.json';
import type { Lesson } from '../format/lesson';
import { parseLesson, type ParsedLesson } from '../format/parse-lesson';

const prose = import.meta.glob<string>('../{course,cases}/*/lesson.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const setups = import.meta.glob<string>('../{course,cases}/*/lesson.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All lesson folders, read from their files as a teacher's lesson is. */
export const parsedFolders: { id: string; parsed: ParsedLesson }[] = Object.entries(prose).map(([file, text]) => {
  const folder = file.slice(0, -'/lesson.md'.length);
  const id = folder.slice(folder.lastIndexOf('/') + 1);
  return { id, parsed: parseLesson(id, { 'lesson.md': text, 'lesson.json': setups[`${folder}/lesson.json`] ?? '' }) };
});

export const allLessons: Lesson[] = parsedFolders.flatMap(({ parsed }) => (parsed.ok ? [parsed.lesson] : []));

/** Ids in the order of the course, and then of the case files. */
export const orderedIds: string[] = [...course.chapters, ...course.cases].flatMap(({ lessons }) => lessons);

export const lessonsInOrder: Lesson[] = orderedIds.flatMap((id) => allLessons.filter((lesson) => lesson.id === id));
