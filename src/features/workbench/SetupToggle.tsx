/** Opens and closes the line with what a side has besides its code. */
export function SetupToggle({ label, isOpen, onToggle }: { label: string; isOpen: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={isOpen}
      onClick={onToggle}
      className="h-(--hit) flex-none text-small text-ink-3 underline decoration-rule underline-offset-4 hover:text-ink hover:decoration-current"
    >
      Setup
    </button>
  );
}
