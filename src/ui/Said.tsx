import { Fragment } from 'react';

/** A sentence whose values are set as code. */
export function Said({ sentence }: { sentence: readonly (string | { code: string })[] }) {
  return sentence.map((part, index) =>
    typeof part === 'string' ? <Fragment key={index}>{part}</Fragment> : <code key={index}>{part.code}</code>,
  );
}
