import { memo, useRef } from 'react';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Space', 'Play, pause'],
  ['← →', 'Step back, step forward'],
  ['Home End', 'To the start, to the end'],
  [', .', 'To the decision before, the next one'],
  ['G', 'To the closed gate'],
  ['L', 'Loop from here; further on: to here; again: stop'],
  ['− +', 'Zoom out, zoom in; also Ctrl with the wheel, or pinch'],
  ['0', 'The whole run, and back'],
  ['F', 'The request at the playhead with all its words, as wide as the window where it fits, and back'],
  ['U', 'Fold or unfold what is under way at the playhead, of several requests, and back'],
];

/** What the keys do. */
export const KeysHelp = memo(function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-haspopup="dialog"
        title="What the keys do"
        onClick={() => dialog.current?.showModal()}
      >
        Keys
      </button>
      <dialog ref={dialog} className="keys-help" aria-labelledby="keys-help">
        <h2 id="keys-help">Keys of the timeline</h2>
        <dl>
          {KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p>
          They work everywhere but in a field that takes text. What has the focus keeps the keys that it uses itself: a
          button is pressed by Space, tabs go by the arrows, Home and End.
        </p>
        <form method="dialog">
          <button type="submit" className="tool">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
});
