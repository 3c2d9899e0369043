import entries from 'virtual:lessons';
import course from './course.json';
import type { Lesson } from './format/lesson';
import { parseSetup } from './format/parse-setup';
import type { Prose } from './format/prose';

/** A lesson or case as the lists show it, before its content is loaded. */
export interface CatalogueEntry {
  id: string;
  title: string;
  summary: string;
  /** About how long it takes. */
  minutes: number;
}

export interface CatalogueChapter {
  title: string;
  entries: CatalogueEntry[];
}

interface ListedChapter {
  title: string;
  lessons: readonly string[];
}

/** The course and the case files, in the order of course.json. */
export const courseChapters: CatalogueChapter[] = chaptersOf(course.chapters);
export const caseChapters: CatalogueChapter[] = chaptersOf(course.cases);

/** Lessons and then cases, in order. */
export const lessonIds: string[] = [...courseChapters, ...caseChapters].flatMap((chapter) =>
  chapter.entries.map(({ id }) => id),
);

export interface Place {
  /** “Lesson 10 of 25”, “Case file: Credentials”. */
  words: string;
  previous: string | undefined;
  next: string | undefined;
}

/** Where a lesson stands; undefined for one that is not part of the course. */
export function placeOf(id: string): Place | undefined {
  const at = lessonIds.indexOf(id);
  if (at < 0) return undefined;
  const holds = ({ entries }: CatalogueChapter): boolean => entries.some((entry) => entry.id === id);
  const chapter = courseChapters.findIndex(holds);
  const siblings = courseChapters[chapter]?.entries ?? [];
  const part =
    siblings.length > 1 ? `, part ${siblings.findIndex((entry) => entry.id === id) + 1} of ${siblings.length}` : '';
  const words =
    chapter >= 0
      ? `Lesson ${chapter + 1} of ${courseChapters.length}${part}`
      : `Case file: ${caseChapters.find(holds)?.title ?? ''}`;
  return { words, previous: lessonIds[at - 1], next: lessonIds[at + 1] };
}

/** The lesson that explains a term first. */
export function introducedBy(term: string): string | undefined {
  return lessonIds.find((id) => entries[id]?.introduces.includes(term));
}

export function titleOf(id: string): string {
  return (Object.hasOwn(entries, id) ? entries[id]?.title : undefined) ?? id;
}

const prose = import.meta.glob<Prose>('./{course,cases}/*/lesson.md', { import: 'default' });
const setups = import.meta.glob<unknown>('./{course,cases}/*/lesson.json', { import: 'default' });

/** @throws Error where there is no such lesson, or it could not be loaded */
export async function loadLesson(id: string): Promise<Lesson> {
  const shelf = Object.hasOwn(entries, id) ? entries[id]?.shelf : undefined;
  const loadProse = prose[`./${shelf}/${id}/lesson.md`];
  const loadSetup = setups[`./${shelf}/${id}/lesson.json`];
  if (!loadProse || !loadSetup) throw new Error(`There is no lesson with the address “${id}”.`);
  const [loaded, json] = await Promise.all([loadProse(), loadSetup()]);
  const parsed = parseSetup(json);
  if (!parsed.ok) throw new Error(`The lesson “${id}” is damaged: ${parsed.problems[0]?.message ?? ''}`);
  return { id, prose: loaded, setup: parsed.setup };
}

function chaptersOf(chapters: readonly ListedChapter[]): CatalogueChapter[] {
  return chapters.map(({ title, lessons }) => ({
    title,
    entries: lessons.flatMap((id) => {
      const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
      return entry ? [{ id, title: entry.title, summary: entry.summary, minutes: entry.minutes }] : [];
    }),
  }));
}
