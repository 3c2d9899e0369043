import type { languages } from 'monaco-editor/editor';
import { responseHeaderNames, valuesFor } from '../vocabulary';
import { pageOriginNow } from './header-completion';
import { nginxDirectives, nginxVariables, type NginxName } from './nginx-vocabulary';

const NGINX = 'nginx';

/** Registers the language, and completes directives, variables, and the headers of add_header. */
export function provideNginx(api: typeof languages): void {
  api.register({ id: NGINX, extensions: ['.conf'] });
  api.setLanguageConfiguration(NGINX, {
    comments: { lineComment: '#' },
    brackets: [['{', '}']],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '"', close: '"' },
      { open: "'", close: "'" },
    ],
    indentationRules: { increaseIndentPattern: /\{\s*(#.*)?$/, decreaseIndentPattern: /^\s*\}/ },
  });
  api.registerCompletionItemProvider(NGINX, {
    triggerCharacters: ['$', ' ', '-', '"', "'"],
    provideCompletionItems(model, position) {
      const before = model.getValueInRange({
        startLineNumber: 1,
        startColumn: 1,
        endLineNumber: position.lineNumber,
        endColumn: position.column,
      });
      const { names, typed } = offered(before, pageOriginNow());
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: position.column - typed.length,
        endColumn: position.column,
      };
      return {
        suggestions: names.map(({ name, insert, about }, index) => ({
          label: name,
          kind: api.CompletionItemKind.Property,
          insertText: insert,
          documentation: about,
          range,
          sortText: String(index).padStart(3, '0'),
        })),
      };
    },
  });
}

const plain = (names: readonly string[]): NginxName[] => names.map((name) => ({ name, insert: name, about: '' }));

/** @param before the configuration up to the cursor */
export function offered(before: string, pageOrigin: string): { names: readonly NginxName[]; typed: string } {
  const nothing = { names: [], typed: '' };
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/(?:^|\s)#/.test(line)) return nothing;
  const variable = /\$\w*$/.exec(line);
  if (variable) return { names: nginxVariables, typed: variable[0] };
  const statement = before.slice(Math.max(...[';', '{', '}'].map((mark) => before.lastIndexOf(mark))) + 1).trimStart();
  const header = /^(?:add_header|proxy_hide_header|proxy_pass_header)\s+["']?([\w-]*)$/.exec(statement);
  if (header) return { names: plain(responseHeaderNames), typed: header[1]! };
  const value = /^add_header\s+["']?([\w-]+)["']?\s+(?:(["'])(?:[^"']*,\s*)?)?([^\s"',]*)$/.exec(statement);
  if (value) {
    const [, name = '', , typed = ''] = value;
    return { names: plain([...valuesFor(name, { pageOrigin }), '$http_origin']), typed };
  }
  return /^\w*$/.test(statement) ? { names: nginxDirectives, typed: statement } : nothing;
}
