import { create } from 'zustand';

/** What is kept of one lesson. */
export interface LessonProgress {
  solved?: boolean;
  /** Solved, but a trial warned, and never yet without a warning. */
  warned?: boolean;
  /** The learner looked at the solution: no solving by itself. */
  solutionSeen?: boolean;
  /** The solution was put into the editors and stands there, changed or not, until the learner starts over. */
  solutionStands?: boolean;
  /** How many hints were opened. */
  hints?: number;
  /** Answers locked in before the first run, by index of the question. */
  predictions?: string[];
}

export type Progress = Record<string, LessonProgress>;

export interface ProgressState {
  /** By lesson id. */
  lessons: Progress;
  update: (id: string, part: LessonProgress) => void;
  /** Takes over what an export holds; what is solved here stays solved. */
  add: (lessons: Progress) => void;
  clear: () => void;
}

const key = 'cors-gate-by-gate/progress';
const version = 1;

export const useProgress = create<ProgressState>()((set) => ({
  lessons: {},
  update: (id, part) => set(({ lessons }) => ({ lessons: { ...lessons, [id]: { ...lessons[id], ...part } } })),
  add: (added) => set(({ lessons }) => ({ lessons: merged(lessons, added) })),
  clear: () => set({ lessons: {} }),
}));

export function progressText(lessons: Progress): string {
  return JSON.stringify({ version, lessons });
}

/** Progress from stored or imported text. Entries that make no sense are left out; undefined where nothing can be read. */
export function parseProgress(text: string): Progress | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.version !== version || !isRecord(value.lessons)) return undefined;
  const known = Object.entries(value.lessons).flatMap(([id, entry]): [string, LessonProgress][] =>
    /^[a-z0-9-]{1,80}$/.test(id) && isRecord(entry) ? [[id, entryFrom(entry)]] : [],
  );
  return Object.fromEntries(known);
}

/**
 * What another tab of this browser has kept, joined to what is kept here; cleared there is cleared here.
 *
 * @param text undefined and anything that makes no sense change nothing
 */
export function takeUpProgress(text: string | null | undefined): void {
  const kept = parseProgress(text ?? '');
  if (!kept) return;
  const { lessons } = useProgress.getState();
  const next = Object.keys(kept).length === 0 ? kept : merged(lessons, kept);
  // Two tabs that write what they read would never come to rest.
  if (!isSame(next, lessons)) useProgress.setState({ lessons: next });
}

/** Takes up what an earlier visit left, and keeps what follows. Storage may be corrupt, full or forbidden. */
export function keepProgress(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  try {
    const saved = parseProgress(storage.getItem(key) ?? '');
    if (saved) useProgress.setState({ lessons: saved });
  } catch {
    return;
  }
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key) takeUpProgress(event.newValue);
  });
  useProgress.subscribe(({ lessons }) => {
    try {
      storage.setItem(key, progressText(lessons));
    } catch {
      return;
    }
  });
}

function merged(own: Progress, added: Progress): Progress {
  const all = { ...own };
  for (const [id, entry] of Object.entries(added)) {
    const solved = own[id]?.solved === true || entry.solved === true;
    const warned = solved && !isSolvedWell(own[id]) && !isSolvedWell(entry);
    const both: LessonProgress = { ...entry, ...own[id], solved };
    if (warned) both.warned = true;
    else delete both.warned;
    all[id] = both;
  }
  return all;
}

function isSame(one: Progress, other: Progress): boolean {
  const ids = Object.keys(one);
  const members = (progress: LessonProgress = {}): string =>
    JSON.stringify(Object.entries(progress).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return ids.length === Object.keys(other).length && ids.every((id) => members(one[id]) === members(other[id]));
}

/** Solved at least once without a warning. */
export const isSolvedWell = (progress: LessonProgress | undefined): boolean =>
  progress?.solved === true && progress.warned !== true;

function entryFrom({
  solved,
  warned,
  solutionSeen,
  solutionStands,
  hints,
  predictions,
}: Record<string, unknown>): LessonProgress {
  return {
    ...(solved === true ? { solved } : {}),
    ...(solved === true && warned === true ? { warned } : {}),
    ...(solutionSeen === true ? { solutionSeen } : {}),
    ...(solutionStands === true ? { solutionStands } : {}),
    ...(Number.isInteger(hints) && Number(hints) >= 0 ? { hints: Number(hints) } : {}),
    ...(Array.isArray(predictions) && predictions.every((answer) => typeof answer === 'string') ? { predictions } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
