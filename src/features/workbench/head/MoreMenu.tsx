import { useId } from 'react';
import { BrowserSwitch } from './BrowserSwitch';
import { CompareLink } from './CompareLink';
import { ResetAction } from './ResetAction';
import { ShareButton } from './ShareButton';
import { ThemePicker } from './ThemePicker';
import { TruthLink } from './TruthLink';

/** On a phone, what does not fit on the line on top: a sheet below it. */
export function MoreMenu({ onShare }: { onShare?: () => void }) {
  const id = useId();
  return (
    <div className="flex-none">
      <button type="button" aria-label="More" popoverTarget={id} className="grid size-11 place-items-center">
        <svg aria-hidden="true" viewBox="0 0 16 4" className="w-4 fill-current">
          <circle cx="2" cy="2" r="1.5" />
          <circle cx="8" cy="2" r="1.5" />
          <circle cx="14" cy="2" r="1.5" />
        </svg>
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-x-0 top-12 bottom-auto m-0 w-full max-w-none border-y border-rule bg-sheet px-3 py-2 text-ink"
      >
        <BrowserSwitch className="-mx-2.5" />
        <div className="mt-1 flex flex-wrap items-center gap-x-6 border-t border-hairline pt-1">
          <ThemePicker isLabelled />
          <CompareLink />
          <TruthLink />
          {onShare && <ShareButton onShare={onShare} />}
          <ResetAction />
        </div>
      </div>
    </div>
  );
}
