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
    const said = error instanceof Error ? error.message : String(error);
    const line = lineIn(said, files['lesson.json']);
    const problem: LessonProblem = {
      file: 'lesson.json',
      ...(line === undefined ? {} : { line }),
      message: `expected JSON: ${said}`,
    };
    return { ok: false, problems: [...(prose.ok ? [] : prose.problems), problem] };
  }
  const setup = parseSetup(json);
  if (!prose.ok || !setup.ok) {
    return { ok: false, problems: [...(prose.ok ? [] : prose.problems), ...(setup.ok ? [] : setup.problems)] };
  }
  return { ok: true, lesson: { id, prose: prose.prose, setup: setup.setup } };
}

/** Engines say where JSON went wrong as a line, as a position, with a piece of the text around it, or not at all. */
function lineIn(said: string, text: string): number | undefined {
  const [, line] = /line (\d+)/.exec(said) ?? [];
  if (line) return Number(line);
  const position = positionIn(said, text);
  if (position !== undefined) return text.slice(0, position).split('\n').length;
  return /end of (the )?(JSON|data|input)|Unexpected EOF/i.test(said) ? text.trimEnd().split('\n').length : undefined;
}

function positionIn(said: string, text: string): number | undefined {
  const [, position] = /position (\d+)/.exec(said) ?? [];
  if (position) return Number(position);
  // V8 quotes ten characters on each side of the one it did not expect.
  const [, cut, piece] = /, (\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(said) ?? [];
  const at = piece ? text.indexOf(piece) : -1;
  return at < 0 ? undefined : at + (cut ? 10 : 0);
}
