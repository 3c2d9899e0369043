import { Fragment } from 'react';
import { shortened } from './shortened';

/** A sentence whose values are set as code. A long value shows its two ends, and all of it on hovering. */
export function Said({ sentence }: { sentence: readonly (string | { code: string })[] }) {
  return sentence.map((part, index) =>
    typeof part === 'string' ? <Fragment key={index}>{part}</Fragment> : <Value key={index} text={part.code} />,
  );
}

function Value({ text }: { text: string }) {
  const short = shortened(text);
  return <code title={short === text ? undefined : text}>{short}</code>;
}
