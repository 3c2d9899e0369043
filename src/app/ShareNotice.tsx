import { useEffect } from 'react';
import { useSharing } from '@/stores/sharing';

/** For how long a notice stays that needs no answer. Milliseconds. */
const BRIEF = 5000;

/** One line below the head: that a link was copied, or why it could not be opened. */
export function ShareNotice() {
  const notice = useSharing((state) => state.notice);
  useEffect(() => {
    if (!notice?.isBrief) return undefined;
    const timer = setTimeout(() => useSharing.setState({ notice: undefined }), BRIEF);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" aria-label="Link">
      {notice && (
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
      )}
    </div>
  );
}
