import { useState } from 'react';
import type { Route } from '@/scenario/document';
import type { ChangeKind } from '@/stores/scenario';

interface AnswerBodyProps {
  route: Route;
  onChange: (route: Route, change: ChangeKind) => void;
}

/** What comes behind the headers: the body, or nothing at all where the connection is cut. */
export function AnswerBody({ route, onChange }: AnswerBodyProps) {
  const [isOpen, setOpen] = useState(false);
  const { abort: cut = false, ...answering } = route;

  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        className="min-h-8 hover:text-ink max-desk:min-h-11"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide body' : cut ? 'Closes the connection' : route.body ? 'Body' : 'No body'}
      </button>
      {isOpen && (
        <div className="order-last basis-full pb-2">
          <textarea
            aria-label="Body"
            rows={3}
            value={route.body ?? ''}
            disabled={cut}
            onChange={(event) => onChange({ ...route, body: event.target.value }, 'typed')}
            spellCheck={false}
            autoCapitalize="none"
            className="block w-full resize-y border border-rule bg-sheet p-2 font-code text-small text-ink disabled:text-ink-3"
          />
          <label className="flex min-h-8 items-center gap-2 max-desk:min-h-11">
            <input
              type="checkbox"
              checked={cut}
              onChange={(event) => onChange(event.target.checked ? { ...route, abort: true } : answering, 'chosen')}
            />
            Close the connection without an answer
          </label>
        </div>
      )}
    </>
  );
}
