import type { languages } from 'monaco-editor/editor';
import { highlightLine, type LineStart, type Token, type TokenKind } from './highlight';
import { highlightNginxLine, type NginxLineStart } from './highlight-nginx';
import { highlightPythonLine, type PythonLineStart } from './highlight-python';
import { highlightShellLine, type ShellLineStart } from './highlight-shell';

const scopes: Record<TokenKind, string> = { plain: '', keyword: 'keyword', literal: 'string', comment: 'comment' };

class State<Start extends string> implements languages.IState {
  constructor(readonly start: Start) {}
  clone(): State<Start> {
    return this;
  }
  equals(other: languages.IState): boolean {
    return other instanceof State && other.start === this.start;
  }
}

type Highlight<Start> = (line: string, start: Start) => { tokens: Token[]; next: Start };

function providerOf<Start extends string>(highlight: Highlight<Start>, first: Start): languages.TokensProvider {
  return {
    getInitialState: () => new State(first),
    tokenize: (line, state) => {
      const { tokens, next } = highlight(line, (state as State<Start>).start);
      let startIndex = 0;
      const placed = tokens.map(({ kind, text }) => {
        const token = { startIndex, scopes: scopes[kind] };
        startIndex += text.length;
        return token;
      });
      return { tokens: placed, endState: new State(next) };
    },
  };
}

/** Monaco sets the code as the text area does, so that one takes the other's place unseen. */
export function provideHighlighting(api: typeof languages): void {
  const script = providerOf<LineStart>(highlightLine, 'code');
  for (const language of ['typescript', 'javascript']) api.setTokensProvider(language, script);
  api.setTokensProvider('nginx', providerOf<NginxLineStart>(highlightNginxLine, 'directive'));
  api.register({ id: 'shell', extensions: ['.sh'] });
  api.setTokensProvider('shell', providerOf<ShellLineStart>(highlightShellLine, 'command'));
  api.setTokensProvider('python', providerOf<PythonLineStart>(highlightPythonLine, 'code'));
}
