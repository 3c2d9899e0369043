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

/** @param before the code up to the word that is typed */
export function offered(before: string, code: string): readonly PythonName[] {
  if (isInString(before)) return [];
  if (/\b(?:CORS|cross_origin)\([^()]*(?:\([^()]*\)[^()]*)*$/.test(before)) return flaskArguments;
  const isFlask = /\bflask(_cors)?\b/.test(code);
  return !isFlask && /(^|\n)$/.test(before) ? djangoSettings : [];
}

function isInString(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1).replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '');
  return /['"#]/.test(line);
}
