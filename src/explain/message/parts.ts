import type { BrowserName, Reason } from '@/engine';
import type { Track } from '../run';
import type { Sentence } from '../sentence';
import type { About } from './about';
import { CHROMIUM } from './chromium';
import { FIREFOX } from './firefox';
import { nothingToCode } from './meanings';
import { type MessagePart, type Template, read } from './template';
import { WEBKIT } from './webkit';

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

/** What the code may learn from what it catches; nothing where it caught nothing, or is told the reason. */
export function caughtMeans(got: Track['got'], reason: Reason | null): Sentence {
  if (reason === null || reason === 'invalid-request' || reason === 'aborted' || !got?.name.includes('Error'))
    return [];
  return nothingToCode;
}
