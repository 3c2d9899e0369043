/** The way to the page that says how far the simulator agrees with real browsers. */
export function TruthLink() {
  return (
    <a
      href="#/truth"
      className="flex h-(--hit) flex-none items-center whitespace-nowrap text-ink-2 hover:text-ink hover:underline hover:underline-offset-4"
    >
      How true?
    </a>
  );
}
