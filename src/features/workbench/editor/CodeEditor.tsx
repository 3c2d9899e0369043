import { type ComponentProps, type ComponentType, lazy, Suspense, useId, useRef, useState } from 'react';
import type { CodeMark, CodeProblem } from './marks';
import { problemText } from './marks';
import { PlainEditor } from './PlainEditor';
import { useRichEditing } from './rich-editing';

/** Whoever cannot load it writes on in the text area. */
const RichEditor = lazy(() =>
  import('./RichEditor').then(
    ({ default: Editor }): { default: ComponentType<ComponentProps<typeof Editor>> } => ({ default: Editor }),
    () => ({ default: () => null }),
  ),
);

export type CodeSide = 'frontend' | 'server';

export type CodeLanguage = 'javascript' | 'python' | 'nginx' | 'shell';

interface CodeEditorProps {
  /** The accessible name. */
  label: string;
  side: CodeSide;
  /** Left out: JavaScript. */
  language?: CodeLanguage;
  /** Which text this is: another one starts with an undo history of its own. */
  documentKey: string;
  value: string;
  onChange: (text: string) => void;
  marks?: readonly CodeMark[];
  problems?: readonly CodeProblem[];
  /** The verdict says the problems, where it is in sight. */
  isSaidByVerdict?: boolean;
  pageOrigin: string;
}

const none: readonly never[] = [];

/**
 * Edits code. A text area is there at once; where there is room and a keyboard, the rich editor takes its place when it
 * has loaded, with the text, the selection and the focus as they are at that moment.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { label, side, language = 'javascript', value, onChange, marks = none, problems = none } = props;
  const wantsRich = useRichEditing();
  const [isRich, setRich] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const problemsId = useId();
  const describedBy = problems.length > 0 ? problemsId : undefined;
  const showsRich = wantsRich && isRich;

  return (
    <>
      <div className="code-room relative flex min-h-0 flex-1 flex-col">
        {!showsRich && (
          <PlainEditor
            label={label}
            side={side}
            language={language}
            value={value}
            onChange={onChange}
            marks={marks}
            problems={problems}
            describedBy={describedBy}
            textRef={area}
          />
        )}
        {wantsRich && (
          <Suspense>
            <RichEditor
              {...props}
              language={language}
              marks={marks}
              problems={problems}
              area={area}
              isShown={isRich}
              onShown={setRich}
            />
          </Suspense>
        )}
      </div>
      <div id={problemsId} aria-live="polite" className={props.isSaidByVerdict ? 'flex-none desk:hidden' : 'flex-none'}>
        {problems.length > 0 && (
          <ul className="border-t border-hairline px-4 py-1.5 text-small max-desk:px-3">
            {problems.map((problem) => (
              <li key={problemText(problem)} className="flex items-baseline gap-2 text-failed">
                <ErrorSign />
                <span className="font-code [overflow-wrap:anywhere]">{problemText(problem)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** The sign of a failure: a triangle, apart from the square of a closed gate. */
function ErrorSign() {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 flex-none translate-y-px fill-current">
      <path fillRule="evenodd" d="M6 .5 12 11.5H0zM5.3 4.5v3.4h1.4V4.5zm0 4.3v1.4h1.4V8.8z" />
    </svg>
  );
}
