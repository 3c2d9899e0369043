import Editor, { loader, type OnMount } from '@monaco-editor/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { CodeLanguage, CodeSide } from './CodeEditor';
import { setPageOrigin } from './header-completion';
import { usePlace } from '@/stores/place';
import { foremost, type CodeMark, type CodeProblem } from './marks';
import { decorationsOf, markersOf } from './decorations';
import { followMarkedHeader } from './marked-header';
import { languageOf, monaco } from './monaco';
import { editorOptions } from './monaco-options';
import { defineTheme, themeName, useShownTheme } from './monaco-theme';
import { useLineRoom } from './use-line-room';
import { widgetsRoom } from './widgets-room';

loader.config({ monaco });

/** A curl command takes the place of the page's code in the same editor. */
const extensions = { typescript: 'ts', shell: 'ts', javascript: 'js', python: 'py', nginx: 'conf' };

/** Spaces, where they are not two. */
const INDENT: Partial<Record<string, number>> = { python: 4, nginx: 4 };

/** After a colon Python has to go on further in. */
const optionsFor = (label: string, side: CodeSide, language: string) => ({
  ...editorOptions,
  autoIndent: language === 'python' ? ('advanced' as const) : editorOptions.autoIndent,
  ariaLabel: label,
  fontFamily: 'var(--code-family)',
  overflowWidgetsDomNode: widgetsRoom(side),
});

type MonacoEditor = Parameters<OnMount>[0];

interface RichEditorProps {
  label: string;
  side: CodeSide;
  language: CodeLanguage;
  documentKey: string;
  value: string;
  onChange: (text: string) => void;
  marks: readonly CodeMark[];
  problems: readonly CodeProblem[];
  pageOrigin: string;
  /** The text area to take over from. */
  area: RefObject<HTMLTextAreaElement | null>;
  isShown: boolean;
  onShown: (shown: boolean) => void;
}

/** Monaco in the place of the text area. It says nothing about the code by itself: only a run does. */
export default function RichEditor(props: RichEditorProps) {
  const { label, side, documentKey, value, onChange, marks, problems, pageOrigin, area, isShown, onShown } = props;
  const language = props.language === 'javascript' ? languageOf[side] : props.language;
  const [editor, setEditor] = useState<MonacoEditor>();
  const [hasFocus, setFocus] = useState(false);
  const { width, character } = useLineRoom(editor);
  const shade = useShownTheme();
  // The same object until it says something else: every other one is a change of all options to the editor.
  const options = useMemo(() => optionsFor(label, side, language), [label, side, language]);
  const predecessor = useRef<{ area: HTMLTextAreaElement; hadFocus: boolean }>(undefined);
  /** The text as both sides know it: what the editor handed on last, or was last given. */
  const agreed = useRef({ documentKey, text: value });

  const mount = (mounted: MonacoEditor): void => {
    if (area.current) predecessor.current = { area: area.current, hadFocus: document.activeElement === area.current };
    mounted.onDidFocusEditorText(() => setFocus(true));
    mounted.onDidBlurEditorText(() => setFocus(false));
    letTabLeave(mounted);
    setEditor(mounted);
    onShown(true);
  };

  const handOn = (text: string): void => {
    if (text === agreed.current.text) return;
    agreed.current.text = text;
    onChange(text);
  };

  // Before the editor is told to show it, which happens in an ordinary effect.
  useLayoutEffect(() => defineTheme(monaco.editor, shade), [shade]);

  useEffect(() => () => onShown(false), [onShown]);

  // In layout effects, since no key can come between them and the drawing that they belong to.
  useLayoutEffect(() => {
    const from = predecessor.current;
    if (!editor || !isShown || !from) return;
    predecessor.current = undefined;
    agreed.current.text = from.area.value;
    takeOver(editor, from.area);
    if (from.hadFocus) editor.focus();
  }, [editor, isShown]);

  useLayoutEffect(() => {
    const model = editor?.getModel();
    const before = agreed.current;
    if (!model || (value === before.text && documentKey === before.documentKey)) return;
    agreed.current = { documentKey, text: value };
    if (documentKey !== before.documentKey) model.setValue(value);
    else replaceText(model, value);
  }, [editor, value, documentKey]);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    const collection = editor.createDecorationsCollection(decorationsOf(marks, model, side, { width, character }));
    return () => collection.clear();
  }, [editor, marks, side, width, character]);

  // Whoever types keeps their place, and whoever reads it as far as can be.
  useEffect(() => {
    const line = foremost(marks);
    if (editor && line !== undefined && !editor.hasTextFocus()) editor.revealLine(line);
  }, [editor, marks]);

  const asked = usePlace((state) => (state.asked?.side === side ? state.asked : null));
  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !isShown || !asked) return;
    usePlace.setState({ asked: null });
    const lineNumber = Math.min(asked.line, model.getLineCount());
    editor.setPosition({ lineNumber, column: model.getLineFirstNonWhitespaceColumn(lineNumber) || 1 });
    editor.revealLineInCenter(lineNumber);
    editor.focus();
  }, [editor, isShown, asked]);

  useEffect(() => editor && followMarkedHeader(editor, side), [editor, side]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) monaco.editor.setModelMarkers(model, 'run', markersOf(problems, model));
  }, [editor, problems]);

  // Of the model: as an option of the editor it would be every editor's.
  useEffect(() => {
    editor?.getModel()?.updateOptions({ tabSize: INDENT[language] ?? 2 });
  }, [editor, language]);

  useEffect(() => setPageOrigin(pageOrigin), [pageOrigin]);

  return (
    <div className={`absolute inset-0 contain-strict ${isShown ? '' : 'invisible'}`} data-headers-by-place="">
      <Editor
        defaultValue={value}
        language={language}
        path={`${side}.${extensions[language]}`}
        theme={themeName(shade)}
        options={options}
        loading={null}
        onMount={mount}
        onChange={(text) => handOn(text ?? '')}
      />
      {hasFocus && (
        <p className="pointer-events-none absolute right-3 bottom-1 z-10 bg-margin px-1 text-fig text-ink-3">
          Tab indents. Escape, then Tab, leaves the editor.
        </p>
      )}
    </div>
  );
}

/** In an editor Tab indents; after Escape it goes on to what comes next, as in any field. Any other key ends that. */
function letTabLeave(editor: MonacoEditor): void {
  const letLeave = (tabFocusMode: boolean): void => editor.updateOptions({ tabFocusMode });
  editor.onKeyDown(({ browserEvent: { key } }) => {
    if (key === 'Escape') letLeave(true);
    else if (key !== 'Tab' && key !== 'Shift') letLeave(false);
  });
  editor.onDidBlurEditorText(() => letLeave(false));
}

/** Text and selection of the text area, as they are at this moment. */
function takeOver(editor: MonacoEditor, area: HTMLTextAreaElement): void {
  const model = editor.getModel();
  if (!model) return;
  model.setValue(area.value);
  const start = model.getPositionAt(area.selectionStart);
  const end = model.getPositionAt(area.selectionEnd);
  editor.setSelection({
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  });
}

/** Another text in the same document, as one step that undo takes back. What is the same stays, with its marks. */
function replaceText(model: NonNullable<ReturnType<MonacoEditor['getModel']>>, text: string): void {
  const before = model.getValue();
  const least = Math.min(before.length, text.length);
  let start = 0;
  while (start < least && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(before.length - end);
  const range = new monaco.Range(from.lineNumber, from.column, to.lineNumber, to.column);
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: text.slice(start, text.length - end) }], () => null);
  model.pushStackElement();
}
