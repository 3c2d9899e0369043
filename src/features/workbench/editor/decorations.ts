import type { editor, MarkerSeverity } from 'monaco-editor/editor';
import { underlined, type CodeMark, type CodeProblem } from './marks';
import { shownBehind } from './shown-behind';

type Model = editor.ITextModel;

/** Pixels that an editor has for a line, and that a character takes. */
export interface LineRoom {
  width: number;
  character: number;
}

/**
 * A mark as Monaco draws it: the line washed, the deciding piece underlined, tag and remark behind the line's end. What has
 * no room there, the line says when it is pointed at.
 */
export function decorationsOf(
  marks: readonly CodeMark[],
  model: Model,
  side: 'frontend' | 'server',
  { width, character }: LineRoom,
): editor.IModelDeltaDecoration[] {
  return marks
    .filter(({ line }) => line >= 1 && line <= model.getLineCount())
    .flatMap((mark) => {
      const { line, tone, number, text } = mark;
      const content = model.getLineContent(line);
      const columns = content.replaceAll('\t', ' '.repeat(model.getOptions().tabSize)).length;
      const shown = shownBehind(mark, columns * character, width);
      const unsaid = text !== '' && !shown.remark;
      const end = content.length + 1;
      const piece = tone === 'blocked' && number !== null ? underlined(content, side, mark.piece) : undefined;
      const atEnd = { startLineNumber: line, startColumn: end, endLineNumber: line, endColumn: end };
      const behind = (words: string, name: string): editor.IModelDeltaDecoration => ({
        range: atEnd,
        options: {
          showIfCollapsed: true,
          after: { content: words, inlineClassName: `${name} mark-${tone}`, inlineClassNameAffectsLetterSpacing: true },
        },
      });
      return [
        {
          range: atEnd,
          options: {
            isWholeLine: true,
            className: `mark-line mark-${tone}`,
            marginClassName: `mark-margin mark-${tone}`,
          },
        },
        ...(piece
          ? [
              {
                range: { ...atEnd, startColumn: piece.from + 1, endColumn: piece.to + 1 },
                options: { inlineClassName: `mark-text mark-${tone}` },
              },
            ]
          : []),
        ...(shown.tag ? [behind(String(number), 'mark-tag')] : []),
        ...(shown.remark ? [behind(text, 'mark-remark')] : []),
        ...(unsaid
          ? [
              {
                range: { ...atEnd, startColumn: 1 },
                options: { hoverMessage: { value: number === null ? text : `${number}: ${text}` } },
              },
            ]
          : []),
      ];
    });
}

const error: MarkerSeverity.Error = 8;

/** An error underlines from where it is said to be to the end of that line. */
export function markersOf(problems: readonly CodeProblem[], model: Model): editor.IMarkerData[] {
  return problems.flatMap(({ message, line, column }) => {
    if (line === undefined || line < 1 || line > model.getLineCount()) return [];
    const end = model.getLineMaxColumn(line);
    const start = Math.min(column ?? model.getLineFirstNonWhitespaceColumn(line) ?? 1, Math.max(1, end - 1));
    return [
      {
        severity: error,
        message,
        startLineNumber: line,
        endLineNumber: line,
        startColumn: Math.max(1, start),
        endColumn: end,
      },
    ];
  });
}
