import { memo } from 'react';
import { SPEEDS, type Speed, usePlayhead } from '@/stores/playhead';

export const SpeedMenu = memo(function SpeedMenu() {
  const speed = usePlayhead((state) => state.speed);
  return (
    <label className="speed">
      Speed{' '}
      <select value={speed} onChange={(event) => usePlayhead.getState().setSpeed(Number(event.target.value) as Speed)}>
        {SPEEDS.map((value) => (
          <option key={value} value={value}>
            {value}×
          </option>
        ))}
      </select>
    </label>
  );
});
