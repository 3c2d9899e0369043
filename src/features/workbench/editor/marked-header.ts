import type { editor as core, IPosition, Range } from 'monaco-editor/editor';
import { markHeader, useMarkedHeader } from '@/stores/marked-header';
import { useRun } from '@/stores/run';
import { headersInCode, knownHeaders } from './finding-headers';
import { placeAt, type HeaderPlace } from './header-places';
import { highlightLines, type Token } from './highlight';
import { highlightNginxLines } from './highlight-nginx';
import { highlightPythonLines } from './highlight-python';
import { highlightShellLines } from './highlight-shell';
import { monaco } from './monaco';

const highlighters: Partial<Record<string, (code: string) => Token[][]>> = {
  python: highlightPythonLines,
  nginx: highlightNginxLines,
  shell: highlightShellLines,
};

/**
 * Marks the header that is marked elsewhere where the code speaks of it, and the one the pointer or the text cursor is on
 * everywhere else. Returns what stops it.
 */
export function followMarkedHeader(editor: core.ICodeEditor, side: 'frontend' | 'server'): () => void {
  const places = placesOf(editor, side);
  const collection = editor.createDecorationsCollection();
  let isGone = false;
  const show = () => {
    if (isGone) return;
    const { name } = useMarkedHeader.getState();
    const found =
      name === null ? [] : places().flatMap((line, at) => line.flatMap((place) => rangeOf(place, at, name)));
    if (found.length + collection.length === 0) return;
    collection.set(found.map((range) => ({ range, options: { inlineClassName: 'mark-header' } })));
    // At once: a click on a line that is still to be drawn anew is lost.
    editor.render();
  };
  const markAt = ({ lineNumber, column }: IPosition) => markHeader(placeAt(places(), lineNumber, column - 1));
  const markAtCursor = () => {
    const position = editor.getPosition();
    if (position && editor.hasTextFocus()) markAt(position);
  };
  // Not within what the editor itself does: a click in it takes the focus, and with it a mark, from elsewhere.
  const showSoon = () => queueMicrotask(show);
  show();
  const stop = useMarkedHeader.subscribe(showSoon);
  const listening = [
    editor.onMouseMove(({ target }) => {
      const isText = target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
      if (isText) markAt(target.position);
      else markHeader(null);
    }),
    editor.onDidFocusEditorText(markAtCursor),
    editor.onDidChangeCursorPosition(markAtCursor),
    editor.onDidChangeModelContent(showSoon),
  ];
  return () => {
    isGone = true;
    stop();
    for (const each of listening) each.dispose();
    collection.clear();
  };
}

/** The headers that the code speaks of, looked for again where the code or the run is another. */
function placesOf(editor: core.ICodeEditor, side: 'frontend' | 'server'): () => HeaderPlace[][] {
  let found: HeaderPlace[][] = [];
  let of: readonly unknown[] = [];
  return () => {
    const model = editor.getModel();
    const { result } = useRun.getState();
    const now = [model, model?.getVersionId(), result];
    if (model && now.some((each, at) => each !== of[at])) {
      const known = knownHeaders(result);
      const highlight = highlighters[model.getLanguageId()] ?? highlightLines;
      found = headersInCode(highlight(model.getLinesContent().join('\n')), side, (name) => known.has(name));
      of = now;
    }
    return found;
  };
}

const rangeOf = ({ name, from, to }: HeaderPlace, line: number, marked: string): Range[] =>
  name === marked ? [new monaco.Range(line + 1, from + 1, line + 1, to + 1)] : [];
