/** The way to the page that sets two runs of this case side by side. */
export function CompareLink({ className = '' }: { className?: string }) {
  return (
    <a
      href="#/compare"
      className={`flex h-(--hit) flex-none items-center text-ink-2 hover:text-ink hover:underline hover:underline-offset-4 ${className}`}
    >
      Compare
    </a>
  );
}
