import { useMemo, type KeyboardEvent, type RefObject } from 'react';
import { underlined, type CodeMark, type CodeProblem } from './marks';
import type { CodeLanguage } from './CodeEditor';
import type { Token } from './highlight';
import type { HeaderPlace } from './header-places';
import { useHighlighter } from './highlighters';
import { useHeaderPlaces } from './use-header-places';
import { usePlainReveal } from './use-plain-reveal';

interface PlainEditorProps {
  label: string;
  side: 'frontend' | 'server';
  language: CodeLanguage;
  value: string;
  /** Left out: the text can be read and selected, and not changed. */
  onChange?: (text: string) => void;
  marks: readonly CodeMark[];
  problems: readonly CodeProblem[];
  describedBy: string | undefined;
  textRef: RefObject<HTMLTextAreaElement | null>;
}

const tokenClasses: Record<Token['kind'], string> = {
  plain: '',
  keyword: 'font-[650]',
  literal: 'text-literal',
  comment: 'text-comment',
};

/**
 * A labelled text area over its own text, set with line numbers and marks. The text area's letters are transparent, so
 * that the learner types into the picture; both have the same box and the same line breaks.
 */
export function PlainEditor(props: PlainEditorProps) {
  const { label, side, language, value, onChange, marks, problems, describedBy, textRef } = props;
  const highlight = useHighlighter(language);
  const lines = useMemo(() => highlight(value), [highlight, value]);
  const { places, marking } = useHeaderPlaces(lines, side);
  usePlainReveal(textRef, side, marks);

  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="plain-editor" data-headers-by-place="">
        <pre aria-hidden="true">
          {lines.map((tokens, index) => {
            const mark = marks.find(({ line }) => line === index + 1);
            const isProblem = problems.some(({ line }) => line === index + 1);
            return (
              <span key={index} className={`plain-line ${mark ? `mark-line mark-${mark.tone}` : ''}`}>
                <span className={isProblem ? 'problem-line' : ''}>
                  <Line
                    tokens={tokens}
                    places={places[index]}
                    piece={mark?.tone === 'blocked' && mark.number !== null ? pieceOf(tokens, side, mark) : undefined}
                  />
                </span>
                {mark && mark.number !== null && <b className="mark-tag">{mark.number}</b>}
                {mark?.text && <span className="mark-remark">{mark.text}</span>}
              </span>
            );
          })}
        </pre>
        <textarea
          ref={textRef}
          aria-label={label}
          aria-invalid={problems.length > 0}
          aria-describedby={describedBy}
          value={value}
          readOnly={!onChange}
          onChange={(event) => onChange?.(event.target.value)}
          onKeyDown={(event) => onChange && keepIndent(event, onChange)}
          {...marking}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
        />
      </div>
    </div>
  );
}

/** A new line starts where the last one did; Tab is left to the browser, so that the keyboard gets out. */
function keepIndent(event: KeyboardEvent<HTMLTextAreaElement>, onChange: (text: string) => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const area = event.currentTarget;
  const { value, selectionStart } = area;
  const lineStart = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const indent = /^[ \t]*/.exec(value.slice(lineStart, selectionStart))?.[0] ?? '';
  if (indent === '') return;
  event.preventDefault();
  // setRangeText keeps no undo step, execCommand does; the former is for browsers that have let the latter go.
  if (!document.execCommand('insertText', false, `\n${indent}`)) {
    area.setRangeText(`\n${indent}`, selectionStart, area.selectionEnd, 'end');
    onChange(area.value);
  }
}

interface LineProps {
  tokens: readonly Token[];
  places: readonly HeaderPlace[] | undefined;
  piece: { from: number; to: number } | undefined;
}

const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join('');

const pieceOf = (tokens: readonly Token[], side: 'frontend' | 'server', { piece }: CodeMark) =>
  underlined(textOf(tokens), side, piece);

/** A line's tokens, with the headers it speaks of; the piece that decided is underlined. */
function Line({ tokens, places = [], piece }: LineProps) {
  const text = textOf(tokens);
  const cuts = [...places, ...(piece ? [piece] : [])].flatMap(({ from, to }) => [from, to]);
  let at = 0;
  return tokens.map((token, index) => {
    const start = at;
    at += token.text.length;
    const ends = [...new Set([start, ...cuts.filter((cut) => cut > start && cut < at), at])].sort((a, b) => a - b);
    return (
      <span key={index} className={tokenClasses[token.kind]}>
        {ends.slice(1).map((to, part) => {
          const from = ends[part]!;
          const holds = (whole: { from: number; to: number }) => whole.from <= from && whole.to >= to;
          const header = places.find(holds)?.name;
          const isPiece = piece !== undefined && holds(piece);
          if (header === undefined && !isPiece) return text.slice(from, to);
          return (
            <span key={from} data-header={header} className={isPiece ? 'mark-text' : undefined}>
              {text.slice(from, to)}
            </span>
          );
        })}
      </span>
    );
  });
}
