import type { ReactNode } from 'react';
import type { Lane, Run, Track } from '@/explain';
import { useRun } from '@/stores/run';
import { useUi } from '@/stores/ui';
import { Spoken } from './Spoken';
import './words.css';

interface Props {
  run: Run;
  track: Track;
  here: number;
}

/** What is printed, caught and logged. Where all browsers stand side by side, their words are there. */
export function Words({ run, track, here }: Props) {
  const isWide = useUi((state) => state.allBrowsers);
  const asker = run.lanes.find((lane) => lane.kind === 'browser');
  const isCurl = asker?.name === 'curl';
  const own = run.console.filter(({ entry }) => entry.source === 'browser' && entry.request === track.request);
  // Nobody stands between curl and its output.
  const printed = isCurl ? run.console : own;
  const isOnly = run.tracks.length === 1 && !isCurl;
  const logged = isOnly ? run.console.filter(({ entry }) => entry.source === 'code') : [];
  const uncaught = isOnly
    ? run.console.filter(({ entry }) => entry.source === 'browser' && entry.request === undefined)
    : [];
  const bad = track.verdict === 'blocked' || track.verdict === 'failed';
  const got = track.got && [
    { text: `${track.got.name}${bad ? ': ' : ', '}${track.got.detail}`, stop: track.settledAt ?? 0 },
  ];
  const spokenFrom = Math.max(track.closedAt ?? 0, ...printed.map(({ stop }) => stop));
  return (
    <>
      <div>
        <Heading>{printed.length > 0 || !isWide ? titleOf(asker) : 'What the browsers print'}</Heading>
        {isWide ? (
          <p className="note">Below, beside the words of the others.</p>
        ) : (
          <>
            {spokenFrom <= here && !isCurl ? (
              <Spoken run={run} track={track} />
            ) : (
              <Lines lines={texts(printed)} tone={track.verdict} here={here} />
            )}
            {printed.length === 0 && <p className="note">{isStandard(asker) ? 'No words of its own.' : 'Nothing.'}</p>}
          </>
        )}
      </div>
      {got && !isWide && !isCurl && (
        <Block title="What the code gets" lines={got} tone={bad ? track.verdict : null} here={here} />
      )}
      <Block title="What the code does not catch" lines={texts(uncaught)} tone={track.verdict} here={here} />
      <Block title="What the code logs" lines={texts(logged)} tone={null} here={here} />
    </>
  );
}

const isStandard = (asker: Lane | undefined): boolean => asker?.detail === 'Fetch Standard';

function titleOf(asker: Lane | undefined): string {
  if (isStandard(asker)) return 'What the standard gives';
  if (asker?.name === 'curl') return 'What curl writes';
  return `What ${asker?.name === 'Browser' ? asker.detail : 'the HTTP client'} prints`;
}

function Heading({ children }: { children: ReactNode }) {
  const { allBrowsers, setAllBrowsers } = useUi();
  const client = useRun((state) => state.scenario?.client ?? 'browser');
  const hasOthers = client === 'browser' || client === 'webview';
  return (
    <div className="words-head">
      <h3>{children}</h3>
      {hasOthers && (
        <p>
          <button type="button" onClick={() => setAllBrowsers(!allBrowsers)}>
            {allBrowsers ? 'This browser only' : 'All three browsers'}
          </button>
          <a href="#/compare" title="Two runs of this case, step beside step">
            Compare
          </a>
        </p>
      )}
    </div>
  );
}

interface Line {
  text: string;
  stop: number;
}

const texts = (rows: Run['console']): Line[] => rows.map(({ entry, stop }) => ({ text: entry.text, stop }));

interface LinesProps {
  lines: readonly Line[];
  tone: Track['verdict'];
  here: number;
}

/** Lines under a heading, which waits for the first of them. */
function Block({ title, ...shown }: LinesProps & { title: string }) {
  if (shown.lines.length === 0) return null;
  const isKnown = shown.lines.some(({ stop }) => stop <= shown.here);
  return (
    <div className={isKnown ? undefined : 'unseen'}>
      <h3>{title}</h3>
      <Lines {...shown} />
    </div>
  );
}

function Lines({ lines, tone, here }: LinesProps) {
  return lines.map(({ text, stop }, index) => (
    <p key={index} className={`says ${tone ?? ''} ${stop <= here ? '' : 'unseen'}`}>
      {text}
    </p>
  ));
}
