import type { languages } from 'monaco-editor/editor';
import { highlightLine, type LineStart, type TokenKind } from './highlight';

const scopes: Record<TokenKind, string> = { plain: '', keyword: 'keyword', literal: 'string', comment: 'comment' };

class State implements languages.IState {
  constructor(readonly start: LineStart) {}
  clone(): State {
    return this;
  }
  equals(other: languages.IState): boolean {
    return other instanceof State && other.start === this.start;
  }
}

/** Monaco sets the code as the text area does, so that one takes the other's place unseen. */
export function provideHighlighting(api: typeof languages): void {
  for (const language of ['typescript', 'javascript']) {
    api.setTokensProvider(language, {
      getInitialState: () => new State('code'),
      tokenize: (line, state) => {
        const { tokens, next } = highlightLine(line, state instanceof State ? state.start : 'code');
        let startIndex = 0;
        const placed = tokens.map(({ kind, text }) => {
          const token = { startIndex, scopes: scopes[kind] };
          startIndex += text.length;
          return token;
        });
        return { tokens: placed, endState: new State(next) };
      },
    });
  }
}
