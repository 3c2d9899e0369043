/** Says, quietly, that what is shown is of the run before. Waits a moment: most runs are there at once. */
export function StaleNote({ stale, brief = false }: { stale: 'edited' | 'running' | null; brief?: boolean }) {
  if (stale === null) return null;
  const words = stale === 'running' ? 'running …' : brief ? 'not run yet' : 'edited, not run yet';
  return <p className="stale-note">{words}</p>;
}
