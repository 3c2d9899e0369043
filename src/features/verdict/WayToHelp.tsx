import type { Track } from '@/explain';
import { useExplained } from '@/stores/explained';
import { isAnswerOpen, useHold } from '@/stores/hold';
import { usePlayhead } from '@/stores/playhead';
import { useUi } from '@/stores/ui';

/** To the code, an answer that it may not see is as good as none; an image or a script does its work unseen. */
const isHeldBack = ({ verdict, initiator }: Track): boolean =>
  verdict === 'blocked' || verdict === 'failed' || (verdict === 'opaque' && initiator === 'fetch');

/** From the verdict to what helps, which stands out of sight: below every decision, on a phone in another part. */
export function WayToHelp() {
  const mayHelp = useHold(isAnswerOpen);
  const track = useExplained()?.tracks.find(isHeldBack);
  if (!mayHelp || !track) return null;
  const show = () => {
    const { position, seek } = usePlayhead.getState();
    const known = track.closedAt ?? track.settledAt ?? 0;
    if (position < known) seek(known);
    useUi.setState({ phoneTab: 'inspector', wantsHelp: true });
    // What is not loaded yet is loaded once its place is seen.
    requestAnimationFrame(() => document.querySelector('[aria-label="Inspector"]')?.scrollIntoView());
  };
  return (
    <button type="button" className="way-to-help" onClick={show}>
      What helps
    </button>
  );
}
