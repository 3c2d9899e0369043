import { create } from 'zustand';

/**
 * Factor of every width. `drawn`: a short run is spread over the window, others have their size; `fit`: the whole run shows;
 * `focus`: the request in focus does.
 */
export type ZoomWish = number | 'drawn' | 'fit' | 'focus';

type Groups = ReadonlyMap<number, readonly number[]>;

/** How the picture of a run is drawn: how wide, and what of it is folded. Nothing here is about what happened. */
export interface ScoreState {
  zoom: ZoomWish;
  /** Whether equal requests are drawn as one where there are many. */
  folding: boolean;
  /** Requests taken out of a fold, and requests folded on demand, each with those it was done with: it is undone with them. */
  unfolded: Groups;
  folded: Groups;
  /** The request whose channel is drawn high where there are too many for all of them. */
  focus: number | null;
  setZoom: (zoom: ZoomWish) => void;
  setFolding: (folding: boolean) => void;
  /** Takes them out of their fold, or undoes what folded them. */
  unfold: (requests: readonly number[]) => void;
  /** Folds them, or undoes what took them out of a fold. */
  fold: (requests: readonly number[]) => void;
  focusOn: (request: number | null) => void;
}

export const ZOOM = { least: 0.2, most: 4, step: 1.25 } as const;

const AS_DRAWN = {
  zoom: 'drawn',
  folding: true,
  unfolded: new Map<number, readonly number[]>(),
  folded: new Map<number, readonly number[]>(),
  focus: null,
} as const;

export const useScore = create<ScoreState>()((set) => ({
  ...AS_DRAWN,
  setZoom: (zoom) => set({ zoom: typeof zoom === 'number' ? Math.min(ZOOM.most, Math.max(ZOOM.least, zoom)) : zoom }),
  setFolding: (folding) => set({ folding, unfolded: new Map(), folded: new Map() }),
  unfold: (requests) =>
    set(({ unfolded, folded }) => {
      const [done, undone] = turned(requests, unfolded, folded);
      return { unfolded: done, folded: undone };
    }),
  fold: (requests) =>
    set(({ unfolded, folded }) => {
      const [done, undone] = turned(requests, folded, unfolded);
      return { folded: done, unfolded: undone };
    }),
  focusOn: (focus) => set({ focus }),
}));

/** What was done the other way is undone; with the others it is done. */
function turned(requests: readonly number[], done: Groups, opposite: Groups): [done: Groups, opposite: Groups] {
  const undoing = new Set(requests.flatMap((request) => opposite.get(request) ?? []));
  const others = requests.filter((request) => !undoing.has(request));
  return [
    new Map([...done, ...others.map((request) => [request, others] as const)]),
    new Map([...opposite].filter(([request]) => !undoing.has(request))),
  ];
}

/** Another scenario is drawn as it comes. */
export function drawAfresh(): void {
  useScore.setState(AS_DRAWN);
}

export const isAsDrawn = ({ folding, unfolded, folded, focus }: ScoreState): boolean =>
  folding && unfolded.size === 0 && folded.size === 0 && focus === null;
