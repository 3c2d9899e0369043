/** The hatching of an opaque answer's envelope. */
export function SealedPattern() {
  return (
    <defs>
      <pattern id="sealed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="4" className="hatch" />
      </pattern>
    </defs>
  );
}
