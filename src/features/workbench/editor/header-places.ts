/** A header that a line of code speaks of: its name in lower case, and where it stands. */
export interface HeaderPlace {
  name: string;
  from: number;
  to: number;
}

/** The header at a place, from a line, 1-based, and the characters before it; at its end too, as where a text cursor stands. */
export const placeAt = (places: readonly (readonly HeaderPlace[])[], line: number, before: number): string | null =>
  places[line - 1]?.find(({ from, to }) => from <= before && before <= to)?.name ?? null;
