import type { Run, Track } from '@/explain';
import { saidBy } from '@/explain/message';
import { useRun } from '@/stores/run';
import { differenceFrom } from './difference';
import { Message } from './Message';
import { useBrowserRuns } from './use-browser-runs';

/** What the browser that runs prints, in parts; and whether another one would decide otherwise. */
export function Spoken({ run, track }: { run: Run; track: Track }) {
  const ordinal = run.tracks.indexOf(track);
  const browser = useRun((state) => state.scenario?.browser ?? 'chromium');
  const said = saidBy(run, browser, ordinal);
  const difference = differenceFrom(useBrowserRuns(run), ordinal);
  if (!said) return null;
  return (
    <>
      {said.lines.length > 0 && (
        <Message key={track.request} label={`What ${said.name} prints`} lines={said.lines} tone={track.verdict ?? ''} />
      )}
      {difference}
    </>
  );
}
