import { loadLesson } from '@/lessons/catalogue';
import { problemLine, type Lesson } from '@/lessons/format/lesson';
import type { LessonFiles } from '@/lessons/format/parse-lesson';
import { fingerprint } from '@/stores/fingerprint';

/** Why a lesson cannot be opened: one line for each thing that is wrong, with its place. */
export class LessonFault extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'LessonFault';
    this.lines = lines;
  }
}

/** The same text has the same id, so that edits and progress are found again. */
const idOf = (text: string): string => `own-${fingerprint(text)}`;

export const isOwnLesson = (id: string): boolean => id.startsWith('own-');

const key = (id: string): string => `cors-gate-by-gate/${id}`;

/** Opens a lesson from its two files, and keeps them so that its address works again. @returns the address's fragment */
export async function offerFiles(chosen: readonly File[]): Promise<string> {
  const text = (name: keyof LessonFiles): Promise<string> => {
    const file = chosen.find((each) => each.name === name);
    if (!file) throw new LessonFault([`${name} is missing: choose both files`]);
    return file.text();
  };
  const files = { 'lesson.md': await text('lesson.md'), 'lesson.json': await text('lesson.json') };
  const id = idOf(files['lesson.md'] + files['lesson.json']);
  const lesson = await parse(id, files);
  offered.set(id, lesson);
  try {
    localStorage.setItem(key(id), JSON.stringify(files));
  } catch {
    // Where nothing can be kept the lesson is there for this visit.
  }
  return `#/lesson/${id}`;
}

const offered = new Map<string, Lesson>();

/** @throws Error where there is no such lesson */
export async function findLesson(id: string): Promise<Lesson> {
  if (!isOwnLesson(id)) return loadLesson(id);
  const known = offered.get(id);
  if (known) return known;
  const files = keptFiles(id);
  if (!files)
    throw new LessonFault(['this lesson came from files that are not kept in this browser: choose them again']);
  return parse(id, files);
}

function keptFiles(id: string): LessonFiles | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(id)) ?? 'null');
    const isComplete = typeof kept === 'object' && kept !== null && 'lesson.md' in kept && 'lesson.json' in kept;
    return isComplete
      ? { 'lesson.md': String(kept['lesson.md']), 'lesson.json': String(kept['lesson.json']) }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A lesson from a folder next to the site. Its id is its address, so that progress outlives a corrected spelling.
 * @param folder relative to the site, or absolute on the site's own origin
 * @throws LessonFault
 */
export async function lessonFrom(folder: string): Promise<Lesson> {
  const site = new URL('.', document.baseURI);
  let address: URL;
  try {
    address = new URL(folder.endsWith('/') ? folder : `${folder}/`, site);
  } catch {
    throw new LessonFault([`“${folder}” is no address`]);
  }
  if (address.origin !== site.origin) {
    throw new LessonFault([
      `${address.href}: a lesson’s folder must stand next to this site, on ${site.origin}; choose its files instead`,
    ]);
  }
  const text = async (name: keyof LessonFiles): Promise<string> => {
    const file = new URL(name, address).href;
    const answer = await fetch(file, { cache: 'no-cache' }).catch(() => undefined);
    if (!answer?.ok) throw new LessonFault([`${file} could not be read (${answer?.status ?? 'no answer'})`]);
    return answer.text();
  };
  const [prose, setup] = await Promise.all([text('lesson.md'), text('lesson.json')]);
  return parse(idOf(address.pathname), { 'lesson.md': prose, 'lesson.json': setup });
}

async function parse(id: string, files: LessonFiles): Promise<Lesson> {
  const { parseLesson } = await import('@/lessons/format/parse-lesson');
  const parsed = parseLesson(id, files);
  if (!parsed.ok) throw new LessonFault(parsed.problems.map(problemLine));
  return parsed.lesson;
}
