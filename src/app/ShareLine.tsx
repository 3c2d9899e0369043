import { useEffect } from 'react';
import { type ShareNotice, useSharing } from '@/stores/sharing';

/** For how long a notice stays that needs no answer. Milliseconds. */
const BRIEF = 5000;

/** The notice itself, with the link where it could not be copied. */
export function ShareLine({ notice }: { notice: ShareNotice }) {
  useEffect(() => {
    if (!notice.isBrief) return undefined;
    const timer = setTimeout(() => useSharing.setState({ notice: undefined }), BRIEF);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <p className="flex flex-wrap items-center gap-x-4 border-b border-hairline px-4 py-1 text-small max-desk:px-3">
      <span>{notice.text}</span>
      {notice.link !== undefined && (
        <input
          readOnly
          aria-label="Link to this case"
          value={notice.link}
          onFocus={(event) => event.currentTarget.select()}
          className="h-(--hit) min-w-0 flex-1 border border-rule bg-sheet px-2 font-mono"
        />
      )}
      <button
        type="button"
        onClick={() => useSharing.setState({ notice: undefined })}
        className="h-(--hit) text-ink-2 underline decoration-rule underline-offset-4 hover:text-ink"
      >
        Close
      </button>
    </p>
  );
}
