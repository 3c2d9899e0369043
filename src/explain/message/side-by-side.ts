/** The same request in several browsers: what each prints, what its code catches, and where they part ways. */

import type { BrowserName, Reason } from '@/engine';
import type { VerdictWord } from '@/scenario/result';
import type { Run, Track } from '../run';
import { type Sentence, join } from '../sentence';
import { aboutOf } from './about';
import { partsOf } from './parts';
import type { MessagePart } from './template';

/** One browser’s word on a request. */
export interface Said {
  browser: BrowserName;
  /** As people write it. */
  name: string;
  verdict: VerdictWord | null;
  reason: Reason | null;
  /** The request in one sentence. */
  sentence: Sentence;
  lines: MessagePart[][];
  /** What the code gets. */
  got: Track['got'];
  /** What was sent, in order: "OPTIONS https://…". */
  sent: string[];
}

/** @param ordinal which request of the run. null: this browser makes no such request */
export function saidBy(run: Run, browser: BrowserName, ordinal: number): Said | null {
  const track = run.tracks[ordinal];
  if (!track) return null;
  const about = aboutOf(run, track);
  return {
    browser,
    name: run.lanes.find(({ kind }) => kind === 'browser')?.detail ?? browser,
    verdict: track.verdict,
    reason: track.reason,
    sentence: track.sentence,
    lines: run.console
      .filter(({ entry }) => entry.source === 'browser' && entry.request === track.request)
      .map(({ entry }) => partsOf(entry.text, browser, about)),
    got: track.got,
    sent: run.network
      .filter(({ request, from }) => request === track.request && from === 'browser')
      .map(({ method, url }) => `${method} ${url}`),
  };
}

const DOES: Record<VerdictWord, [one: string, several: string]> = {
  allowed: ['allows this', 'allow it'],
  blocked: ['blocks this', 'block it'],
  opaque: ['seals the answer', 'seal the answer'],
  failed: ['gets no answer', 'get no answer'],
};

export interface Difference {
  /** What the code gets differs, or only the rule, or what is sent, or only the words. */
  in: 'outcome' | 'reason' | 'requests' | 'words' | 'nothing';
  sentence: Sentence;
}

/** Where the browsers part ways, the gravest difference first. */
export function differenceOf(all: readonly Said[]): Difference {
  const groups = grouped(all, ({ verdict }) => verdict ?? '');
  if (groups.length > 1) {
    const clauses = groups.map((group, index) => {
      const [one, several] = DOES[group[0]!.verdict ?? 'failed'];
      const does = group.length === 1 && index === 0 ? one : group.length === 1 ? one.replace('this', 'it') : several;
      return `${names(group)} ${does}`;
    });
    const odd = groups.toSorted((a, b) => a.length - b.length)[0]!;
    return { in: 'outcome', sentence: join([`${clauses.join(', ')}. In ${odd[0]!.name}: `], odd[0]!.sentence) };
  }
  const reasons = grouped(all, ({ reason }) => reason ?? '');
  if (reasons.length > 1) {
    const told = reasons.map((group) => join([` ${names(group)}: `], group[0]!.sentence));
    return { in: 'reason', sentence: join(['All end the same way, by different rules.'], ...told) };
  }
  const sent = grouped(all, ({ sent: messages }) => messages.join('\n'));
  if (sent.length > 1) {
    const told = sent.map((group) => `${names(group)} ${group.length === 1 ? 'sends' : 'send'} ${messages(group[0]!)}`);
    return { in: 'requests', sentence: [`The outcome is the same, the way to it is not: ${told.join('; ')}.`] };
  }
  const words = grouped(all, ({ lines }) => lines.map((parts) => parts.map(({ text }) => text).join('')).join('\n'));
  if (words.length > 1) return { in: 'words', sentence: ['All decide alike; only their words differ.'] };
  return { in: 'nothing', sentence: ['All decide alike, and none prints anything.'] };
}

function grouped(all: readonly Said[], by: (said: Said) => string): Said[][] {
  const groups = new Map<string, Said[]>();
  for (const said of all) groups.set(by(said), [...(groups.get(by(said)) ?? []), said]);
  return [...groups.values()];
}

function names(group: readonly Said[]): string {
  const all = group.map(({ name }) => name);
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function messages({ sent }: Said): string {
  if (sent.length === 0) return 'nothing';
  const methods = sent.map((message) => message.split(' ')[0]);
  return methods.length <= 4 ? methods.join(', ') : `${methods.length} messages`;
}
