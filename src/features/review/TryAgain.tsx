/** Below what says why something could not be done. */
export function TryAgain({ onPress }: { onPress: () => void }) {
  return (
    <p className="again">
      <button type="button" className="text-link" onClick={onPress}>
        Try again
      </button>
    </p>
  );
}
