import { type Leg, numberOf, type Run, type Stop, type Track } from '@/explain';
import { commonRequest } from '../common-path';
import { type Plan, silentOf, type Span } from '../plan';

/**
 * The run as a Mermaid sequence diagram: a participant for each stave, a note for each decision, dashes for a preflight. Of
 * several requests each has a number, which its call introduces and every line of it carries. What the picture folds is a
 * note here, and equal requests are drawn once: Mermaid refuses diagrams of more than 50,000 characters.
 */
export function mermaidOf(run: Run, plan: Plan): string {
  const silent = silentOf(plan);
  const names = new Map(run.lanes.map((lane, index) => [lane.id, `p${index}`]));
  const legs = run.tracks.flatMap((track) => track.legs);
  const lines = run.stops.flatMap((stop) => {
    const rest = plan.spans.find(({ kind, from }) => kind === 'rest' && from === stop.index);
    if (rest) return [`Note over ${names.get('page')},${names.get('browser')}: ${escaped(restWords(run, rest))}`];
    const track = run.tracks.find(({ request }) => request === stop.request);
    if (track && silent.has(track.request)) return [];
    const number = track && run.tracks.length > 1 ? ` (${numbersOf(run, track, plan)})` : '';
    return linesOf(stop, track, legs, names).map((line) => line + number);
  });
  const participants = run.lanes.map(
    (lane) => `participant ${names.get(lane.id)} as ${escaped(`${lane.name} ${lane.detail}`.trim())}`,
  );
  return `${['sequenceDiagram', ...[...participants, ...lines].map((line) => `  ${line}`)].join('\n')}\n`;
}

function restWords(run: Run, { requests = [] }: Span): string {
  const tracks = run.tracks.filter(({ request }) => requests.includes(request));
  return `${tracks.length}× ${commonRequest(tracks)}, each like one above`;
}

function numbersOf(run: Run, { request }: Track, { voices }: Plan): string {
  const all = voices.get(request) ?? [request];
  const numbers = all.map((one) => numberOf(run, one));
  if (all.length === 1) return `request ${numbers[0]}`;
  return `${all.length} requests: ${numbers.slice(0, 3).join(', ')}${all.length > 3 ? ', …' : ''}`;
}

function linesOf(
  stop: Stop,
  track: Track | undefined,
  legs: readonly Leg[],
  names: ReadonlyMap<string, string>,
): string[] {
  const page = names.get('page');
  const browser = names.get('browser');
  switch (stop.kind) {
    case 'call':
      return [`${page}->>${browser}: ${escaped(`${track?.initiator ?? 'fetch'} ${track?.method} ${track?.path}`)}`];
    case 'way':
    case 'gate': {
      const sign = stop.verdict === 'fail' ? ', closed' : stop.verdict === 'pass' ? ', open' : '';
      return [`Note over ${browser}: ${escaped(`${stop.number} ${stop.title} ${stop.word}${sign}`)}`];
    }
    case 'arrive':
      return legs.filter((leg) => leg.arriveStop === stop.index).map((leg) => message(leg, 'out', names));
    case 'answer':
      return legs.filter((leg) => leg.answerStop === stop.index).map((leg) => message(leg, 'back', names));
    case 'lost':
      return legs
        .filter((leg) => leg.answerStop === stop.index)
        .map((leg) => lost(leg, leg.lost === 'back' ? 'back' : 'out', names));
    case 'settle': {
      const arrow = track?.verdict === 'blocked' || track?.verdict === 'failed' ? '-x' : '->>';
      return [
        `${browser}${arrow}${page}: ${escaped(track?.got ? `${track.got.name}, ${track.got.detail}` : 'settled')}`,
      ];
    }
    case 'wait':
      return [`Note over ${page}: ${escaped(stop.sentence)}`];
  }
}

function message(leg: Leg, half: 'out' | 'back', names: ReadonlyMap<string, string>): string {
  const arrow = leg.kind === 'preflight' ? '-->>' : '->>';
  const [from, to] = half === 'out' ? [leg.from, leg.to] : [leg.to, leg.from];
  return `${names.get(from)}${arrow}${names.get(to)}: ${escaped(leg[half].join(', '))}`;
}

/** A message that never arrives. */
function lost(leg: Leg, half: 'out' | 'back', names: ReadonlyMap<string, string>): string {
  const [from, to] = half === 'out' ? [leg.from, leg.to] : [leg.to, leg.from];
  return `${names.get(from)}-x${names.get(to)}: ${escaped(leg[half][0] ?? (half === 'out' ? 'request' : 'answer'))}`;
}

/** Mermaid ends a statement at a line's end and at a semicolon, and reads `#…;` as a character's code. */
function escaped(text: string): string {
  return text.replace(/[#;<>]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
