import type { Lesson, LessonProblem } from './lesson';
import { parseProse } from './parse-prose';
import { parseSetup } from './parse-setup';

/** The texts of a lesson's two files. */
export interface LessonFiles {
  'lesson.md': string;
  'lesson.json': string;
}

export type ParsedLesson = { ok: true; lesson: Lesson } | { ok: false; problems: LessonProblem[] };

/** A lesson from its files, as a teacher's lesson is read at run time. Data only: nothing of it runs in the page. Never throws. */
export function parseLesson(id: string, files: LessonFiles): ParsedLesson {
  const prose = parseProse(files['lesson.md']);
  let json: unknown;
  try {
    json = JSON.parse(files['lesson.json']);
  } catch (error) {
    const message = `expected JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, problems: [...(prose.ok ? [] : prose.problems), { file: 'lesson.json', message }] };
  }
  const setup = parseSetup(json);
  if (!prose.ok || !setup.ok) {
    return { ok: false, problems: [...(prose.ok ? [] : prose.problems), ...(setup.ok ? [] : setup.problems)] };
  }
  return { ok: true, lesson: { id, prose: prose.prose, setup: setup.setup } };
}
