import { Fragment } from 'react';
import { shortened } from './shortened';
import './said.css';

/** Words, a value, or words that lead somewhere. */
export type SaidPart = string | { code: string } | { text: string; href: string };

/** A sentence whose values are set as code. A long value shows its two ends, and all of it on hovering. */
export function Said({ sentence }: { sentence: readonly SaidPart[] }) {
  return sentence.map((part, index) => {
    if (typeof part === 'string') return <Fragment key={index}>{part}</Fragment>;
    if ('code' in part) return <Value key={index} text={part.code} />;
    return (
      <a key={index} href={part.href} className="term-link">
        {part.text}
      </a>
    );
  });
}

function Value({ text }: { text: string }) {
  const short = shortened(text);
  return <code title={short === text ? undefined : text}>{short}</code>;
}
