import { memo } from 'react';
import { useScore, ZOOM } from '@/stores/score';
import type { Zoom } from './zoom';

export const ZoomButtons = memo(function ZoomButtons({ zoom }: { zoom: Zoom }) {
  const now = useScore((state) => state.zoom);
  return (
    <div className="zoom" role="group" aria-label="Zoom">
      <Button
        label="Zoom out"
        onPress={() => zoom.by(1 / ZOOM.step)}
        disabled={typeof now === 'number' && now <= ZOOM.least}
      >
        <path d="M3 8h10" />
      </Button>
      <button
        type="button"
        className="tool"
        aria-pressed={now === 'fit'}
        title="Show the whole run"
        onClick={() => zoom.fit()}
      >
        Fit
      </button>
      <Button label="Zoom in" onPress={() => zoom.by(ZOOM.step)} disabled={typeof now === 'number' && now >= ZOOM.most}>
        <path d="M3 8h10M8 3v10" />
      </Button>
    </div>
  );
});

function Button({
  label,
  disabled,
  onPress,
  children,
}: {
  label: string;
  disabled: boolean;
  onPress: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
