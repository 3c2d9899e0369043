import type { Diff } from '@/repair';

const SIGNS = { '-': '−', '+': '+', ' ': '' };
const SPOKEN = { '-': 'taken out: ', '+': 'put in: ', ' ': '' };

/** Lines taken out and put in, the part that differs underlined. */
export function FixDiff({ diff, isNamed }: { diff: Diff; isNamed: boolean }) {
  return (
    <figure className="fix-diff">
      {isNamed && <figcaption>{diff.line === null ? diff.name : `${diff.name}, line ${diff.line}`}</figcaption>}
      <ol>
        {diff.lines.map(({ sign, pieces }, index) => (
          <li key={index} className={sign === '+' ? 'added' : sign === '-' ? 'removed' : undefined}>
            <span aria-hidden="true">{SIGNS[sign]}</span>
            <code>
              <span className="sr-only">{SPOKEN[sign]}</span>
              {pieces.map(({ text, changed }, at) => (changed ? <b key={at}>{text}</b> : <span key={at}>{text}</span>))}
            </code>
          </li>
        ))}
      </ol>
    </figure>
  );
}
