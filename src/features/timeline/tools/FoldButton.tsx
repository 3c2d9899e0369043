import { memo } from 'react';
import { useScore } from '@/stores/score';

/** Whether equal requests are drawn as one. */
export const FoldButton = memo(function FoldButton() {
  const folding = useScore((state) => state.folding && state.unfolded.size === 0);
  return (
    <button
      type="button"
      className="tool"
      aria-pressed={folding}
      title={folding ? 'Draw every request by itself' : 'Draw equal requests as one'}
      onClick={() => useScore.getState().setFolding(!folding)}
    >
      Fold
    </button>
  );
});
