import { importPlace, type PythonCode } from '../../python/code';
import { lineEnd, type Splice } from '../../splice';

/** Where `app = Flask(…)` ends; a snippet has its app from elsewhere. */
export function appOf(python: PythonCode): { name: string; behind: number } {
  const { code, assignments, calls } = python;
  const made = assignments.find(({ value }) =>
    calls.some(({ name, start }) => name === 'Flask' && start >= value.start && start < value.end),
  );
  return made
    ? { name: made.name, behind: lineEnd(code, made.value.end) }
    : { name: 'app', behind: importPlace(python) };
}

export function importing(python: PythonCode, name: string): Splice[] {
  const { code } = python;
  if (new RegExp(`import[^\\n]*\\b${name}\\b`).test(code)) return [];
  const own = /^from flask_cors import ([^\n(]+)$/m.exec(code);
  if (own) {
    const end = own.index + own[0].trimEnd().length;
    return [{ start: end, end, text: `, ${name}` }];
  }
  const place = importPlace(python);
  return [{ start: place, end: place, text: `from flask_cors import ${name}\n` }];
}
