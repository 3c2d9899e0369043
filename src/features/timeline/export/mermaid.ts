import { type Leg, numberOf, type Run, type Stop, type Track } from '@/explain';

/**
 * The run as a Mermaid sequence diagram: a participant for each stave, a note for each decision, dashes for a preflight. Of
 * several requests each has a number, which its call introduces and every line of it carries.
 */
export function mermaidOf(run: Run): string {
  const names = new Map(run.lanes.map((lane, index) => [lane.id, `p${index}`]));
  const legs = run.tracks.flatMap((track) => track.legs);
  const lines = run.stops.flatMap((stop) => {
    const track = run.tracks.find(({ request }) => request === stop.request);
    const number = track && run.tracks.length > 1 ? ` (request ${numberOf(run, track.request)})` : '';
    return linesOf(stop, track, legs, names).map((line) => line + number);
  });
  const participants = run.lanes.map(
    (lane) => `participant ${names.get(lane.id)} as ${escaped(`${lane.name} ${lane.detail}`.trim())}`,
  );
  return `${['sequenceDiagram', ...[...participants, ...lines].map((line) => `  ${line}`)].join('\n')}\n`;
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
