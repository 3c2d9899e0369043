/** A link that opens what is being edited. */
export function ShareButton({ onShare }: { onShare: () => void }) {
  return (
    <button
      type="button"
      onClick={onShare}
      className="h-(--hit) flex-none whitespace-nowrap text-ink-2 hover:text-ink hover:underline hover:underline-offset-4"
    >
      Share
    </button>
  );
}
