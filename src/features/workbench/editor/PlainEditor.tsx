import { useMemo, type KeyboardEvent, type Ref } from 'react';
import type { CodeMark, CodeProblem } from './marks';
import { highlightLines, type Token } from './highlight';

interface PlainEditorProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  marks: readonly CodeMark[];
  problems: readonly CodeProblem[];
  describedBy: string | undefined;
  textRef: Ref<HTMLTextAreaElement>;
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
export function PlainEditor({ label, value, onChange, marks, problems, describedBy, textRef }: PlainEditorProps) {
  const lines = useMemo(() => highlightLines(value), [value]);

  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="relative min-h-full w-max min-w-full pt-0.5 pb-2 font-code text-code leading-[var(--code-line)] max-desk:w-full max-desk:text-[16px] max-desk:[--code-line:22px]">
        <pre
          aria-hidden="true"
          className="m-0 [counter-reset:line] whitespace-pre max-desk:[overflow-wrap:anywhere] max-desk:whitespace-pre-wrap"
        >
          {lines.map((tokens, index) => {
            const mark = marks.find(({ line }) => line === index + 1);
            const isProblem = problems.some(({ line }) => line === index + 1);
            return (
              <span
                key={index}
                className={`relative block min-h-[var(--code-line)] pr-3 pl-12 [counter-increment:line] before:absolute before:left-0 before:w-8 before:text-right before:text-fig before:text-ink-3 before:content-[counter(line)] max-desk:pl-9 max-desk:before:w-6 ${
                  mark ? `mark-line mark-${mark.tone}` : ''
                }`}
              >
                <span className={isProblem ? 'problem-line' : ''}>
                  <Line tokens={tokens} underlined={mark?.text} />
                </span>
                {mark?.stop !== undefined && <b className="mark-tag">{mark.stop}</b>}
                {mark?.note && <span className="mark-remark">{mark.note}</span>}
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
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => keepIndent(event, onChange)}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
          className="absolute inset-0 block size-full resize-none overflow-hidden border-0 bg-transparent pt-0.5 pr-3 pb-2 pl-12 whitespace-pre text-transparent caret-ink outline-offset-[-2px] selection:bg-actual/20 selection:text-transparent max-desk:pl-9 max-desk:[overflow-wrap:anywhere] max-desk:whitespace-pre-wrap"
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

function Line({ tokens, underlined }: { tokens: readonly Token[]; underlined: string | undefined }) {
  const text = tokens.map((token) => token.text).join('');
  const from = underlined ? text.indexOf(underlined) : -1;
  const to = from + (underlined?.length ?? 0);
  let at = 0;
  return tokens.map((token, index) => {
    const start = at;
    at += token.text.length;
    const before = from < 0 ? token.text : token.text.slice(0, Math.max(0, from - start));
    const inside = from < 0 ? '' : token.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    const after = from < 0 ? '' : token.text.slice(Math.max(0, to - start));
    return (
      <span key={index} className={tokenClasses[token.kind]}>
        {before}
        {inside && <span className="mark-text">{inside}</span>}
        {after}
      </span>
    );
  });
}
