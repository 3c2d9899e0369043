import type { languages } from 'monaco-editor/editor';
import { djangoSettings, flaskArguments, type PythonName } from './python-vocabulary';

/** Completes the settings of Django and django-cors-headers, and the arguments of Flask-CORS inside its calls. */
export function providePython(api: typeof languages): void {
  api.registerCompletionItemProvider('python', {
    provideCompletionItems(model, position) {
      const word = model.getWordUntilPosition(position);
      const before = model.getValueInRange({
        startLineNumber: 1,
        startColumn: 1,
        endLineNumber: position.lineNumber,
        endColumn: word.startColumn,
      });
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      return {
        suggestions: offered(before, model.getValue()).map(({ name, insert, about }) => ({
          label: name,
          kind: api.CompletionItemKind.Property,
          insertText: insert,
          documentation: about,
          range,
        })),
      };
    },
  });
}

/** Says what the word under the pointer means, where it is a setting or an argument that we know. */
export function providePythonHover(api: typeof languages): void {
  api.registerHoverProvider('python', {
    provideHover(model, position) {
      const word = model.getWordAtPosition(position);
      const about = word && aboutName(word.word, model.getValue());
      if (!about) return null;
      const { lineNumber } = position;
      const range = {
        startLineNumber: lineNumber,
        endLineNumber: lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      return { range, contents: [{ value: about }] };
    },
  });
}

export function aboutName(name: string, code: string): string | undefined {
  const known = isFlask(code) ? flaskArguments : djangoSettings;
  return known.find((candidate) => candidate.name === name)?.about;
}

function isFlask(code: string): boolean {
  return /\bflask(_cors)?\b/.test(code);
}

/** @param before the code up to the word that is typed */
export function offered(before: string, code: string): readonly PythonName[] {
  if (isInString(before)) return [];
  if (/^(CORS|cross_origin)$/.test(callAround(before))) return flaskArguments;
  return !isFlask(code) && /(^|\n)$/.test(before) ? djangoSettings : [];
}

const strings = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;

/** The name of the call between whose brackets the code ends; empty where it ends in none. */
function callAround(before: string): string {
  const code = before.replace(strings, '');
  let depth = 0;
  for (let at = code.length - 1; at >= 0; at -= 1) {
    if (')]}'.includes(code[at]!)) depth += 1;
    if (!'([{'.includes(code[at]!)) continue;
    if (depth === 0) return /\w*$/.exec(code.slice(0, at))?.[0] ?? '';
    depth -= 1;
  }
  return '';
}

function isInString(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1).replace(strings, '');
  return /['"#]/.test(line);
}
