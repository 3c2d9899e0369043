import Editor, { loader, type OnMount } from '@monaco-editor/react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CodeSide } from './CodeEditor';
import { setPageOrigin } from './header-completion';
import type { CodeMark, CodeProblem } from './marks';
import { decorationsOf, markersOf } from './decorations';
import { languageOf, monaco } from './monaco';
import { themeName, useShownTheme } from './monaco-theme';

loader.config({ monaco });

type MonacoEditor = Parameters<OnMount>[0];

interface RichEditorProps {
  label: string;
  side: CodeSide;
  documentKey: string;
  value: string;
  onChange: (text: string) => void;
  marks: readonly CodeMark[];
  problems: readonly CodeProblem[];
  pageOrigin: string;
  describedBy: string | undefined;
  /** The text area to take over from. */
  area: RefObject<HTMLTextAreaElement | null>;
  isShown: boolean;
  onShown: (shown: boolean) => void;
}

const options: Parameters<typeof Editor>[0]['options'] = {
  automaticLayout: true,
  minimap: { enabled: false },
  fontSize: 12.5,
  lineHeight: 18,
  fontWeight: '400',
  padding: { top: 2, bottom: 8 },
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 18,
  renderFinalNewline: 'on',
  glyphMargin: false,
  folding: false,
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  stickyScroll: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  matchBrackets: 'near',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  inlayHints: { enabled: 'off' },
  lightbulb: { enabled: 'off' as never },
  codeLens: false,
  contextmenu: true,
  links: false,
  wordBasedSuggestions: 'off',
  quickSuggestions: { strings: true, other: true, comments: false },
  suggest: { showWords: false, showIcons: false },
  tabSize: 2,
  detectIndentation: false,
  autoIndent: 'keep',
  formatOnPaste: false,
  formatOnType: false,
  autoClosingBrackets: 'languageDefined',
  unicodeHighlight: { ambiguousCharacters: false },
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
};

/** Monaco in the place of the text area. It says nothing about the code by itself: only a run does. */
export default function RichEditor(props: RichEditorProps) {
  const { label, side, documentKey, value, onChange, marks, problems, pageOrigin, area, isShown, onShown } = props;
  const [editor, setEditor] = useState<MonacoEditor>();
  const shownKey = useRef(documentKey);
  const [hasFocus, setFocus] = useState(false);
  const theme = useShownTheme();

  const take = (mounted: MonacoEditor): void => {
    const from = area.current;
    const model = mounted.getModel();
    if (from && model) {
      mounted.setValue(from.value);
      const start = model.getPositionAt(from.selectionStart);
      const end = model.getPositionAt(from.selectionEnd);
      mounted.setSelection({
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
      });
      if (document.activeElement === from) requestAnimationFrame(() => mounted.focus());
    }
    mounted.onDidFocusEditorText(() => setFocus(true));
    mounted.onDidBlurEditorText(() => setFocus(false));
    setEditor(mounted);
    onShown(true);
  };

  useEffect(() => () => onShown(false), [onShown]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || model.getValue() === value) return;
    if (shownKey.current !== documentKey) {
      model.setValue(value);
      return;
    }
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
    model.pushStackElement();
  }, [editor, value, documentKey]);
  useEffect(() => {
    shownKey.current = documentKey;
  }, [documentKey, value]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    const collection = editor.createDecorationsCollection(decorationsOf(marks, model, side));
    return () => collection.clear();
  }, [editor, marks, side]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) monaco.editor.setModelMarkers(model, 'run', markersOf(problems, model));
  }, [editor, problems]);

  useEffect(() => setPageOrigin(pageOrigin), [pageOrigin]);

  return (
    <div className={`absolute inset-0 ${isShown ? '' : 'invisible'}`}>
      <Editor
        defaultValue={value}
        language={languageOf[side]}
        path={`${side}.${languageOf[side] === 'typescript' ? 'ts' : 'js'}`}
        theme={themeName(theme)}
        options={{ ...options, ariaLabel: label, fontFamily: 'var(--code-family)' }}
        loading={null}
        onMount={take}
        onChange={(text) => onChange(text ?? '')}
      />
      {hasFocus && (
        <p className="pointer-events-none absolute right-3 bottom-1 z-10 bg-margin px-1 text-fig text-ink-3">
          Tab indents. Ctrl+M lets Tab leave the editor.
        </p>
      )}
    </div>
  );
}
