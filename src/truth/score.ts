/** How far the simulator agrees with a browser, by field. */

import { FIELDS, type Field } from './compare';
import type { Replayed } from './replay';

/** Out of `of` recordings, `agree` do. */
export interface Share {
  agree: number;
  of: number;
}

export interface Score {
  /** In every field. */
  all: Share;
  fields: Record<Field, Share>;
}

export function score(replayed: readonly Replayed[]): Score {
  const of = replayed.length;
  const share = (disagrees: (one: Replayed) => boolean): Share => ({
    agree: of - replayed.filter(disagrees).length,
    of,
  });
  const fields = FIELDS.map((field) => [field, share((one) => one.disagreements.some((each) => each.field === field))]);
  return {
    all: share(({ disagreements }) => disagreements.length > 0),
    fields: Object.fromEntries(fields) as Record<Field, Share>,
  };
}
