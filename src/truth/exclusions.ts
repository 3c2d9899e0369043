/** Where a recording and the simulator cannot agree, and why: each is out of scope, or a bug of the recording. */

import type { Disagreement, Field } from './compare';
import type { RecordedBrowser } from './recording';

export interface Exclusion {
  ids: RegExp;
  /** Left out: all of them. */
  browsers?: RecordedBrowser[];
  /** Left out: the whole recording. */
  fields?: Field[];
  /** Only that part of the fields. */
  part?: RegExp;
  reason: string;
}

/** Ids of the 395: see recordings/README.md. */
const SMALLER_SET = /^(?!g\d+-)/;

export const EXCLUSIONS: readonly Exclusion[] = [
  {
    ids: /^el-/,
    reason:
      'An element, a beacon, an event source or a worker asks: the recorder set them up by code that it did not keep.',
  },
  {
    ids: /^acao-(crlf-fold|nul)$/,
    reason: 'The answer has a line break or a NUL inside a header value, which a scenario document cannot hold.',
  },
  {
    ids: SMALLER_SET,
    browsers: ['chromium'],
    fields: ['headers'],
    part: /^sec-fetch-storage-access /,
    reason:
      'This recorder ran Chromium with third-party cookies blocked; a default window, and the larger set, allow them.',
  },
  {
    ids: /^ck-include/,
    browsers: ['chromium'],
    reason: 'Third-party cookies, which this recorder blocked in Chromium: see above.',
  },
  {
    ids: /^null-/,
    browsers: ['webkit'],
    fields: ['headers'],
    part: /^referer /,
    reason: 'This recorder sandboxed a frame without a URL of its own; a sandboxed page has one, and WebKit sends it.',
  },
  {
    ids: /^rd-(simple-put-cross|post-json-to-A-302)$/,
    browsers: ['webkit'],
    fields: ['headers'],
    part: /^referer of preflight /,
    reason:
      'The whole URL of the page; made again, and in the larger set (g7-5), WebKit sends the origin after such a redirect.',
  },
  {
    ids: /^pf-acao-star-crd-omit$/,
    browsers: ['firefox'],
    fields: ['console'],
    reason: 'The line is about a preload of the scenario before it; made again, Firefox prints nothing.',
  },
];

/** The recording is left out altogether in this browser. */
export function isExcluded(id: string, browser: RecordedBrowser): boolean {
  return EXCLUSIONS.some((one) => !one.fields && applies(one, id, browser));
}

export function withoutExcluded(disagreements: readonly Disagreement[], browser: RecordedBrowser): Disagreement[] {
  return disagreements.filter(
    ({ id, field, part = '' }) =>
      !EXCLUSIONS.some(
        (one) => one.fields?.includes(field) && (one.part?.test(part) ?? true) && applies(one, id, browser),
      ),
  );
}

function applies({ ids, browsers }: Exclusion, id: string, browser: RecordedBrowser): boolean {
  return ids.test(id) && (browsers?.includes(browser) ?? true);
}
