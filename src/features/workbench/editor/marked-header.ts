import type { editor as monaco } from 'monaco-editor/editor';
import { markHeader, useMarkedHeader } from '@/stores/marked-header';

/** Marks the header that is marked elsewhere where it stands in the code, and the one the pointer is on everywhere else. Returns what stops it. */
export function followMarkedHeader(editor: monaco.ICodeEditor): () => void {
  const collection = editor.createDecorationsCollection();
  const show = (name: string | null) => {
    const model = editor.getModel();
    const options = { inlineClassName: 'mark-header' };
    collection.set(name === null || !model ? [] : placesOf(name, model).map((range) => ({ range, options })));
  };
  show(useMarkedHeader.getState().name);
  const stop = useMarkedHeader.subscribe(({ name }) => show(name));
  const moves = editor.onMouseMove(({ target: { position } }) => {
    const line = position && editor.getModel()?.getLineContent(position.lineNumber);
    const name = line ? headerAt(line, position.column - 1) : null;
    if (name !== useMarkedHeader.getState().name) markHeader(name);
  });
  return () => {
    stop();
    moves.dispose();
    collection.clear();
  };
}

function placesOf(name: string, model: monaco.ITextModel) {
  return model
    .findMatches(name, false, false, false, null, false)
    .map(({ range }) => range)
    .filter((range) => nameAt(model.getLineContent(range.startLineNumber), range.startColumn - 1) === name);
}

/** The header whose name stands at a column, counted from 0: one that is shown somewhere, since only that can be marked. */
function headerAt(line: string, column: number): string | null {
  const name = nameAt(line, column);
  return name && document.querySelector(`[data-header~="${CSS.escape(name)}"]`) ? name : null;
}

const nameAt = (line: string, column: number): string | null =>
  [...line.matchAll(/[a-z][\w-]*/gi)]
    .find(({ index, 0: name }) => index <= column && column < index + name.length)?.[0]
    .toLowerCase() ?? null;
