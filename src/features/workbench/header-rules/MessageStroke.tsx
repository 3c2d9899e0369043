/** The line a message has on the timeline: a preflight is dashed, an actual request solid. */
export function MessageStroke({ isPreflight }: { isPreflight: boolean }) {
  return (
    <svg width="26" height="8" aria-hidden="true" className="flex-none">
      <line
        x1="0"
        y1="4"
        x2="26"
        y2="4"
        strokeWidth="2"
        stroke={isPreflight ? 'var(--preflight)' : 'var(--actual)'}
        strokeDasharray={isPreflight ? '6 4' : undefined}
      />
    </svg>
  );
}
