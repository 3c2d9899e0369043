/** How far the simulator agrees with a browser, by field. */

import { FIELDS, type Field } from './compare';
import type { Recorded, RecordedBrowser } from './recording';
import type { Replayed } from './replay';

/** Out of `of` recordings, `agree` do. */
export interface Share {
  agree: number;
  of: number;
}

export interface Score {
  /** As `Chromium 156.0.8078.79`. */
  version: string;
  /** In every field. */
  all: Share;
  fields: Record<Field, Share>;
}

export function score({ version }: Pick<Recorded, 'version'>, replayed: readonly Replayed[]): Score {
  const of = replayed.length;
  const share = (disagrees: (one: Replayed) => boolean): Share => ({
    agree: of - replayed.filter(disagrees).length,
    of,
  });
  const fields = FIELDS.map((field) => [field, share((one) => one.disagreements.some((each) => each.field === field))]);
  return {
    version,
    all: share(({ disagreements }) => disagreements.length > 0),
    fields: Object.fromEntries(fields) as Record<Field, Share>,
  };
}

/** `agreement.json`: the scores that the recordings are known to reach, for the tests and for the page that shows them. */
export type Agreement = Record<RecordedBrowser, Score>;
