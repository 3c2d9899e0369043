import type { Exclusion } from '@/truth/exclusions';
import type { Share } from '@/truth/score';

const BROWSER_NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;

/** Never rounded up to 100 %. */
export function percentOf({ agree, of }: Share): string {
  if (of === 0) return 'none';
  const percent = Math.floor((agree / of) * 10_000) / 100;
  return `${percent.toFixed(percent === 100 ? 0 : 2)} %`;
}

/** "headers, in Chromium", "everything, in every browser". */
export function describeExclusion({ browsers, fields }: Exclusion): string {
  const what = fields ? fields.join(', ') : 'everything';
  const where = browsers ? browsers.map((name) => BROWSER_NAMES[name]).join(', ') : 'every browser';
  return `${what}, in ${where}`;
}
