/** What the browsers say, part by part. Loaded on demand. */

import type { BrowserName } from '@/engine';
import type { Sentence } from '../sentence';
import type { About } from './about';
import { CHROMIUM } from './chromium';
import { FIREFOX } from './firefox';
import { nothingToCode } from './meanings';
import { type MessagePart, type Template, read } from './template';
import { WEBKIT } from './webkit';

export { aboutOf, type About } from './about';
export type { MessagePart } from './template';

/** The standard prints nothing: its lines are ours, and plain. */
const TEMPLATES: Record<BrowserName, readonly Template[]> = {
  chromium: CHROMIUM,
  firefox: FIREFOX,
  webkit: WEBKIT,
  standard: [],
};

/** A line that a browser printed, in its parts; all of it as one part without a meaning where it is of no known form. */
export function partsOf(line: string, browser: BrowserName, about: About): MessagePart[] {
  for (const template of TEMPLATES[browser]) {
    const parts = read(line, template, about);
    if (parts) return parts;
  }
  return [{ text: line, means: [] }];
}

/** What the code catches, and what it may learn from that. */
export function caughtMeans({ name, detail }: { name: string; detail: string }): Sentence {
  if (detail === '' || name === 'Response' || name === 'event') return [];
  return nothingToCode;
}
