interface StaleNoteProps {
  stale: 'edited' | 'running' | null;
  brief?: boolean;
  /** What the run waits for, where that is known. */
  waitsFor?: string | undefined;
}

/** Says, quietly, that what is shown is of the run before. Waits a moment: most runs are there at once. */
export function StaleNote({ stale, brief = false, waitsFor }: StaleNoteProps) {
  if (stale === null) return null;
  const words = stale === 'running' ? (waitsFor ?? 'running …') : brief ? 'not run yet' : 'edited, not run yet';
  return <p className="stale-note">{words}</p>;
}
