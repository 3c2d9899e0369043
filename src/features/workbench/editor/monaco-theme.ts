import type { editor } from 'monaco-editor/editor';
import { useUi } from '@/stores/ui';
import { useMedia } from '@/ui/use-media';

type Shade = 'light' | 'dark';

export const themeName = (shade: Shade): string => `gate-${shade}`;

/** The theme as it is on the screen: the learner's choice, or else the system's. */
export function useShownTheme(): Shade {
  const chosen = useUi((state) => state.theme);
  const system = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  return chosen === 'system' ? system : chosen;
}

/** Monaco wants its colours as numbers: reads the page's tokens as they are now. */
function tokenReader(): { read: (token: string) => string; done: () => void } {
  const probe = document.createElement('i');
  // Where less motion is wished for, every change is a transition of 1 ms, and the colour read at once the one before.
  probe.style.setProperty('transition', 'none', 'important');
  document.body.append(probe);
  return {
    read: (token) => {
      probe.style.color = `var(--${token})`;
      const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
      return `#${parts
        .slice(0, 3)
        .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
        .join('')}`;
    },
    done: () => probe.remove(),
  };
}

/** To be called while the page shows the shade. */
export function defineTheme(api: typeof editor, shade: Shade): void {
  const { read, done } = tokenReader();
  const ink = read('ink');
  const bare = (token: string): string => read(token).slice(1);
  api.defineTheme(themeName(shade), {
    base: shade === 'light' ? 'vs' : 'vs-dark',
    inherit: false,
    rules: [
      { token: '', foreground: bare('ink') },
      { token: 'keyword', foreground: bare('ink'), fontStyle: 'bold' },
      { token: 'string', foreground: bare('code-str') },
      { token: 'number', foreground: bare('code-str') },
      { token: 'regexp', foreground: bare('code-str') },
      { token: 'comment', foreground: bare('code-com') },
    ],
    colors: {
      foreground: ink,
      'editor.background': read('margin'),
      'editor.foreground': ink,
      'editorLineNumber.foreground': read('ink-3'),
      'editorLineNumber.activeForeground': read('ink-2'),
      'editorCursor.foreground': ink,
      'editor.selectionBackground': `${read('actual')}33`,
      'editor.inactiveSelectionBackground': read('select'),
      'editorBracketMatch.background': read('select'),
      'editorBracketMatch.border': read('hairline'),
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, ink])),
      'editorBracketHighlight.unexpectedBracket.foreground': ink,
      'editorError.foreground': read('failed'),
      'editorWidget.background': read('sheet'),
      'editorWidget.foreground': ink,
      'editorWidget.border': read('rule'),
      'editorSuggestWidget.background': read('sheet'),
      'editorSuggestWidget.border': read('rule'),
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.highlightForeground': read('actual'),
      'editorSuggestWidget.selectedBackground': read('select'),
      'editorSuggestWidget.selectedForeground': ink,
      'editorSuggestWidget.focusHighlightForeground': read('actual'),
      'editorHoverWidget.background': read('sheet'),
      'editorHoverWidget.border': read('rule'),
      'list.hoverBackground': read('select'),
      'list.focusBackground': read('select'),
      'menu.background': read('sheet'),
      'menu.foreground': ink,
      'menu.selectionBackground': read('select'),
      'menu.selectionForeground': ink,
      'menu.border': read('rule'),
      'input.background': read('sheet'),
      'input.foreground': ink,
      'input.border': read('rule'),
      focusBorder: ink,
      'widget.shadow': '#00000000',
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${read('rule')}66`,
      'scrollbarSlider.hoverBackground': `${read('rule')}aa`,
      'scrollbarSlider.activeBackground': read('rule'),
    },
  });
  done();
}
