import type { languages } from 'monaco-editor/editor';
import { requestHeaderNames, responseHeaderNames, valuesFor } from '../vocabulary';
import { headerContext } from './header-context';

let pageOrigin = 'https://app.example.com';

/** The origin that values of headers may name; both editors look at the same page. */
export function setPageOrigin(origin: string): void {
  pageOrigin = origin;
}

export const pageOriginNow = (): string => pageOrigin;

/** Completes names and values of headers inside strings: what the page may ask for, what the server may answer. */
export function provideHeaders(api: typeof languages): void {
  const names = { typescript: requestHeaderNames, javascript: responseHeaderNames };
  for (const language of ['typescript', 'javascript'] as const) {
    api.registerCompletionItemProvider(language, {
      triggerCharacters: ["'", '"', '`', '-', ' ', ','],
      provideCompletionItems(model, position) {
        const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
        const context = headerContext(line);
        if (!context) return { suggestions: [] };
        const offered = context.kind === 'name' ? names[language] : valuesFor(context.header, { pageOrigin });
        const typed = context.kind === 'name' ? context.typed : (context.typed.split(',').at(-1) ?? '').trimStart();
        const range = {
          startLineNumber: position.lineNumber,
          endLineNumber: position.lineNumber,
          startColumn: position.column - typed.length,
          endColumn: position.column,
        };
        return {
          suggestions: offered.map((text, index) => ({
            label: text,
            kind: context.kind === 'name' ? api.CompletionItemKind.Property : api.CompletionItemKind.Value,
            insertText: text,
            range,
            sortText: String(index).padStart(3, '0'),
          })),
        };
      },
    });
  }
}
