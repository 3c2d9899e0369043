import type { VerdictWord } from '@/scenario/result';
import { align, type Pair } from '../align';
import type { Run, Stop } from '../run';
import { type Sentence, join, plain } from '../sentence';
import { typeset } from '../typeset';
import { VERDICT_WORDS } from '../verdict';
import { type ComparedLine, compareWords } from './words';

/** A run, and what it is called beside the other. */
export interface Side {
  name: string;
  run: Run;
}

export interface ComparedStops extends Pair<Stop> {
  /** Both runs do this step and find the same. */
  same: boolean;
}

export interface Comparison {
  pairs: ComparedStops[];
  /** Index of the first pair that is not the same; null: there is none. */
  first: number | null;
  /** What differs first, and what follows from it. */
  sentence: Sentence;
  /** What the browsers wrote, where it is not the same. */
  words: ComparedLine[];
}

/**
 * Two runs, step beside step. What each page's own origin is does not count as a difference: it stands for “the page” in both.
 * Nor does the wording of what the code catches.
 */
export function compareRuns(left: Side, right: Side): Comparison {
  const keyOf = { left: stopKeys(left.run.stops), right: stopKeys(right.run.stops) };
  const tagged = [
    left.run.stops.map((stop) => ({ stop, key: keyOf.left(stop) })),
    right.run.stops.map((stop) => ({ stop, key: keyOf.right(stop) })),
  ] as const;
  const found = [findings(left.run), findings(right.run)] as const;
  const pairs = align(...tagged, ({ key }) => key).map((pair): ComparedStops => {
    const [a, b] = [pair.left?.stop ?? null, pair.right?.stop ?? null];
    return { left: a, right: b, same: a !== null && b !== null && found[0](a) === found[1](b) };
  });
  const index = pairs.findIndex(({ same }) => !same);
  const first = index === -1 ? null : index;
  const words = compareWords(left.run, right.run);
  const end = outcome(left, right);
  const sentence = first === null ? agreement(words, end) : parting(pairs[first]!, left, right, end);
  return { pairs, first, sentence, words };
}

/** What a stop found, without the page's own name. */
function findings(run: Run): (stop: Stop) => string {
  const page = run.lanes.find(({ kind }) => kind === 'page')?.detail ?? '';
  const tracks = new Map(run.tracks.map((track) => [track.request, track]));
  return (stop) => {
    const track = stop.request === null ? undefined : tracks.get(stop.request);
    const found =
      stop.kind === 'settle'
        ? [track?.verdict]
        : [stop.word, stop.verdict, stop.answer, stop.reason, stop.match, stop.sentence, stop.notes];
    const text = JSON.stringify(found);
    return page.includes('://') ? text.replace(new RegExp(`${escaped(page)}(?![\\w.:-])`, 'g'), '«page»') : text;
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function agreement(words: readonly ComparedLine[], end: Sentence): Sentence {
  const isAlike = words.length === 0;
  return join([`Both runs take the same steps and find the same${isAlike ? '' : '; the console words differ'}. `], end);
}

function parting(pair: ComparedStops, left: Side, right: Side, end: Sentence): Sentence {
  if (pair.left && pair.right) {
    return join([`${left.name}: `], typeset(pair.left), [` ${right.name}: `], typeset(pair.right), [' '], end);
  }
  const [only, other, stop] = pair.left ? [left, right, pair.left] : [right, left, pair.right!];
  return join([`Only ${only.name}: `], typeset(stop), [` ${other.name} does not come to this. `], end);
}

/** "Both end blocked." or what each comes to. */
function outcome(left: Side, right: Side): Sentence {
  const [a, b] = [left.run.verdict, right.run.verdict];
  const word = (verdict: VerdictWord) => VERDICT_WORDS[verdict].toLowerCase();
  if (a.word !== b.word) return [`In the end: ${left.name} ${word(a.word)}, ${right.name} ${word(b.word)}.`];
  return plain(a.sentence) === plain(b.sentence) || a.word === 'allowed'
    ? [`Both end ${word(a.word)}.`]
    : [`Both end ${word(a.word)}, for reasons of their own.`];
}

/** What makes two stops the same step of a run, whatever they found: whose request it is, and what is done. */
function stopKeys(stops: readonly Stop[]): (stop: Stop) => string {
  const ordinals = new Map<number, number>();
  for (const { request } of stops) {
    if (request !== null && !ordinals.has(request)) ordinals.set(request, ordinals.size);
  }
  return ({ request, step }) => `${request === null ? '' : ordinals.get(request)} ${step}`;
}
