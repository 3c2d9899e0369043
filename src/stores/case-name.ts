import type { Scenario, Server } from '@/scenario/document';
import type { Preset } from '@/scenario/presets';
import { isEdited } from './draft';
import { isSharedPreset } from './preset-id';
import type { ScenarioData } from './scenario';

/** What an edited document still has of the case that it began with. */
export type Remains = 'all' | 'some' | 'nothing';

/** Where less of its lines is left, in the page's code and in the servers, it is not that case. */
const LEAST = 1 / 3;

/** What is open as it came; undefined where that is not known any more, and for what is no case. */
export function originalOf(
  { presetId, original }: Pick<ScenarioData, 'presetId' | 'original'>,
  presets: readonly Preset[],
): Scenario | undefined {
  return presets.find(({ id }) => id === presetId)?.scenario ?? (isSharedPreset(presetId) ? original : undefined);
}

export function remainsOf(document: Scenario, original: Scenario): Remains {
  if (!isEdited(document, original)) return 'all';
  const isGone =
    shareKept([original.frontend], [document.frontend]) < LEAST &&
    shareKept(original.servers.map(textOf), document.servers.map(textOf)) < LEAST;
  return isGone ? 'nothing' : 'some';
}

/** How many of the lines that say something still stand somewhere: 0–1. */
function shareKept(before: readonly string[], now: readonly string[]): number {
  const known = linesOf(now);
  const lines = [...linesOf(before)];
  return lines.filter((line) => known.has(line)).length / Math.max(1, lines.length);
}

/** How every app of its kind begins and ends. */
const COMMON = /\brequire\(|^import |^from |\bexpress\(\)|\bFlask\(|\.listen\(/;

const linesOf = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .join('\n')
      .split('\n')
      .flatMap((line) => (/\w/.test(line) && !COMMON.test(line) ? [line.trim()] : [])),
  );

function textOf(server: Server): string {
  if ('code' in server) return server.code;
  return 'config' in server ? server.config : JSON.stringify(server, null, 1);
}

/** The case's name, as long as it is that case. */
export function nameOf(title: string, remains: Remains): string {
  if (remains === 'all') return title;
  if (remains === 'nothing') return 'Your own case';
  // What came by a link may have been edited by who sent it.
  return title.endsWith(EDITED) ? title : title + EDITED;
}

const EDITED = ', edited';

/** What a link says of it: to who opens it, a case of somebody's own is one that was shared. */
export function titledAsShown(document: Scenario, original: Scenario | undefined): Scenario {
  if (!original || document.title === undefined) return document;
  const remains = remainsOf(document, original);
  const shown = { ...document };
  if (remains === 'nothing') delete shown.title;
  else shown.title = nameOf(document.title, remains);
  return shown;
}
