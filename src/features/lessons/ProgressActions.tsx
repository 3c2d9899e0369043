import { useRef, useState } from 'react';
import { archiveText, clearArchive, takeArchive } from '@/stores/archive';

/** Takes what is kept to another browser, brings it here, or clears it. */
export function ProgressActions() {
  const [said, setSaid] = useState('');
  const [isSure, setSure] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  const save = (): void => {
    const url = URL.createObjectURL(new Blob([archiveText()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'cors-progress.json';
    link.click();
    URL.revokeObjectURL(url);
  };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const text = await chosen.text().catch(() => undefined);
    if (text === undefined) return setSaid(`${chosen.name} could not be read.`);
    const taken = takeArchive(text);
    setSaid(
      taken
        ? `Added what ${chosen.name} holds: ${taken.lessons} lessons, edits of ${taken.edits}.`
        : `${chosen.name} holds no progress of this course.`,
    );
  };
  return (
    <>
      <p>Solved lessons, predictions, your edits and the results of drills.</p>
      <p className="help-actions">
        <button type="button" className="text-button" onClick={save}>
          Export
        </button>
        <button type="button" className="text-button" onClick={() => file.current?.click()}>
          Import
        </button>
        <button
          type="button"
          className="text-button"
          onBlur={() => setSure(false)}
          onClick={() => {
            if (isSure) clearArchive();
            setSaid(isSure ? 'Cleared.' : '');
            setSure(!isSure);
          }}
        >
          {isSure ? 'Really clear everything?' : 'Clear'}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          aria-label="Progress file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </p>
      <p role="status">{said}</p>
    </>
  );
}
