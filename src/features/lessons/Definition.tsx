import { Fragment } from 'react';
import { definitionPieces } from '@/lessons/glossary';

/** What the glossary says of a term, with links to the other terms in it. */
export function Definition({ id }: { id: string }) {
  return definitionPieces(id).map(({ text, isCode, term }, index) => {
    const words = isCode ? <code>{text}</code> : text;
    return term ? (
      <a key={index} href={`#/glossary/${term}`}>
        {words}
      </a>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}
