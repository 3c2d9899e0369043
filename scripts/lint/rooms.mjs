/**
 * The rooms below src/, and who may import whom: a room imports only rooms of a later row.
 * Rooms in one row do not know one another.
 */
const rows = [
  ['app', 'cli'],
  ['features'],
  ['stores'],
  ['lessons', 'truth'],
  ['repair', 'review'],
  ['explain'],
  ['simulation'],
  ['narration'],
  ['sandbox'],
  ['servers'],
  ['network'],
  ['realm'],
  ['scenario'],
  ['engine'],
];

/** Presentational pieces: known to what draws, knowing nobody. */
const pieces = 'ui';
const drawing = ['app', 'features'];

export const rooms = [...rows.flat(), pieces];

/** Packages that one room alone may import. */
export const packageOwners = { msw: 'network' };

function rowOf(room) {
  return rows.findIndex((row) => row.includes(room));
}

/** May a file of `from` import a file of `to`? */
export function mayImport(from, to) {
  if (from === to) return true;
  if (from === pieces) return false;
  if (to === pieces) return drawing.includes(from);
  return rowOf(from) < rowOf(to);
}
