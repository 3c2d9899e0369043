import { rulesRow } from './ask-first';
import type { Match } from './match';
import type { LadderRow, Stop } from './run';
import { stepWords } from './step-words';

/** Every decision of a request, in order, each with what it compared and what came out. */
export function ladderOf(
  stops: readonly Stop[],
  kindOf: (exchange: number | null) => 'preflight' | 'actual' | null,
): LadderRow[] {
  return stops.flatMap((stop): LadderRow[] => {
    if (stop.number === null) return [];
    const [left, right] = sides(stop.match);
    return [
      {
        stop: stop.index,
        number: stop.number,
        check: stepWords(stop, kindOf(stop.exchange)).check,
        left,
        right,
        result: resultOf(stop),
        tone: stop.verdict ?? 'way',
        headers: stop.headers,
      },
    ];
  });
}

function sides(match: Match | null): [string, string] {
  if (match === null) return ['', ''];
  if (match.kind === 'rules') return rulesRow(match.rules);
  if (match.kind === 'pair') return [match.left.value ?? match.left.absent, match.right.value ?? match.right.absent];
  const allowed = [...match.columns.map((column) => column.right), ...match.unused].filter((name) => name !== null);
  return [match.columns.map((column) => column.left).join(', '), [...new Set(allowed)].join(', ') || 'missing'];
}

function resultOf(stop: Stop): string {
  if (stop.verdict === 'fail' && stop.match?.kind === 'columns') {
    const missing = stop.match.columns.filter((column) => column.right === null).map((column) => column.left);
    if (missing.length > 1) return `${missing.length} missing`;
    return missing[0] && missing[0].length <= 8 ? `${missing[0]} missing` : 'missing';
  }
  if (stop.step === 'preflight-status-check') return stop.verdict === 'pass' ? 'ok' : 'not ok';
  return stop.word;
}
