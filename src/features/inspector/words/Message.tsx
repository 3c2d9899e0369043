import { Fragment, type KeyboardEvent, useState } from 'react';
import type { MessagePart } from '@/explain/message';
import { withTerms } from '@/lessons/terms';
import { Said } from '@/ui/Said';

interface Props {
  /** Whose words they are, for screen readers. */
  label: string;
  lines: readonly (readonly MessagePart[])[];
  tone: string;
}

/**
 * What a browser prints, part by part: pointing at one, tapping it or going there by key says what it means. Where the words
 * move under a pointer that rests, nobody has pointed.
 */
export function Message({ label, lines, tone }: Props) {
  const [pointed, setPointed] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const parts = lines.flat();
  const told = parts.filter(({ means }) => means.length > 0);
  const shown = told[pointed ?? chosen ?? -1];
  const stepTo = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    event.preventDefault();
    const to = (index + told.length) % told.length;
    // A pointer that only rests there has nothing to say against a key.
    setPointed(null);
    setChosen(to);
    event.currentTarget.closest('.message')?.querySelectorAll<HTMLElement>('.part')[to]?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') stepTo(event, index + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') stepTo(event, index - 1);
    else if (event.key === 'Home') stepTo(event, 0);
    else if (event.key === 'End') stepTo(event, told.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') stepTo(event, index);
    else if (event.key === 'Escape') setChosen(null);
  };
  const part = (one: MessagePart, index: number) => {
    const text = one.text.trimEnd();
    return (
      <Fragment key={index}>
        <span
          role="button"
          tabIndex={index === (chosen ?? 0) ? 0 : -1}
          aria-pressed={told[index] === shown}
          className="part"
          onPointerMove={(event) => event.pointerType === 'mouse' && setPointed(index)}
          onClick={() => setChosen(index)}
          onFocus={() => setChosen(index)}
          onKeyDown={(event) => onKey(event, index)}
        >
          {text}
        </span>
        {one.text.slice(text.length)}
      </Fragment>
    );
  };
  return (
    <div className="message">
      <div role="group" aria-label={label} onPointerLeave={() => setPointed(null)}>
        {lines.map((line, at) => (
          <p key={at} className={`says ${tone}`}>
            {line.map((one, index) =>
              one.means.length === 0 || one.text.trim() === '' ? (
                <Fragment key={`plain${index}`}>{one.text}</Fragment>
              ) : (
                part(one, told.indexOf(one))
              ),
            )}
          </p>
        ))}
      </div>
      {told.length > 0 && (
        <p className="gloss" aria-live="polite">
          {shown ? <Said sentence={withTerms(shown.means)} /> : <i>Point at a part of it to learn what it means.</i>}
        </p>
      )}
    </div>
  );
}
