import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkLesson } from '@/lessons/format/check-lesson';
import { checkProse, type KnownNames } from '@/lessons/format/check-prose';
import { problemLine, type LessonProblem } from '@/lessons/format/lesson';
import { parseLesson } from '@/lessons/format/parse-lesson';
import { glossary } from '@/lessons/glossary';
import { headerNames } from '@/lessons/header-names';
import { simulate } from '@/simulation';
import { createNodeEnvironment } from './environment';

const shelves = ['src/lessons/course', 'src/lessons/cases', 'public/lessons'];

/**
 * Checks lesson folders and says what is wrong and where.
 * @param folders none: all folders of the course and the case files
 * @returns the exit status: 1 where a lesson has a problem
 */
export async function main(folders: readonly string[]): Promise<number> {
  const checked = folders.length > 0 ? folders : shelves.flatMap(foldersIn);
  const environment = createNodeEnvironment();
  let wrong = 0;
  try {
    for (const folder of checked) {
      const problems = await check(folder, environment);
      wrong += problems.length > 0 ? 1 : 0;
      for (const problem of problems) process.stdout.write(`${path.join(folder, problemLine(problem))}\n`);
    }
  } finally {
    await environment.close();
  }
  process.stdout.write(`${checked.length} lessons, ${wrong} with problems\n`);
  return wrong > 0 ? 1 : 0;
}

async function check(folder: string, environment: ReturnType<typeof createNodeEnvironment>): Promise<LessonProblem[]> {
  const problems: LessonProblem[] = [];
  const read = (file: LessonProblem['file']): string => {
    try {
      return readFileSync(path.join(folder, file), 'utf8');
    } catch {
      problems.push({ file, message: 'this file is missing' });
      return '';
    }
  };
  const files = { 'lesson.md': read('lesson.md'), 'lesson.json': read('lesson.json') };
  if (problems.length > 0) return problems;
  const parsed = parseLesson(path.basename(folder), files);
  if (!parsed.ok) return parsed.problems;
  const ran = await checkLesson(parsed.lesson, (scenario) => simulate(scenario, environment));
  return [...checkProse(parsed.lesson.prose, knownNames()), ...ran];
}

function knownNames(): KnownNames {
  const lessons = shelves.flatMap(foldersIn).map((folder) => path.basename(folder));
  return { terms: new Set(Object.keys(glossary)), lessons: new Set(lessons), headers: headerNames };
}

function foldersIn(shelf: string): string[] {
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(shelf, name));
}
