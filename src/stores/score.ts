import { create } from 'zustand';

/** Factor of every width. `drawn`: a short run is spread over the window, others have their size; `fit`: the whole run shows. */
export type ZoomWish = number | 'drawn' | 'fit';

/** How the picture of a run is drawn: how wide, and what of it is folded. Nothing here is about what happened. */
export interface ScoreState {
  zoom: ZoomWish;
  /** Whether equal requests are drawn as one where there are many. */
  folding: boolean;
  /** Requests taken out of a fold, and requests folded one by one. */
  unfolded: ReadonlySet<number>;
  folded: ReadonlySet<number>;
  /** The request whose channel is drawn high where there are too many for all of them. */
  focus: number | null;
  setZoom: (zoom: ZoomWish) => void;
  setFolding: (folding: boolean) => void;
  unfold: (requests: readonly number[]) => void;
  fold: (request: number) => void;
  focusOn: (request: number | null) => void;
}

export const ZOOM = { least: 0.2, most: 4, step: 1.25 } as const;

const AS_DRAWN = {
  zoom: 'drawn',
  folding: true,
  unfolded: new Set<number>(),
  folded: new Set<number>(),
  focus: null,
} as const;

export const useScore = create<ScoreState>()((set) => ({
  ...AS_DRAWN,
  setZoom: (zoom) => set({ zoom: typeof zoom === 'number' ? Math.min(ZOOM.most, Math.max(ZOOM.least, zoom)) : zoom }),
  setFolding: (folding) => set({ folding, unfolded: new Set(), folded: new Set() }),
  unfold: (requests) =>
    set(({ unfolded, folded }) => ({
      unfolded: new Set([...unfolded, ...requests]),
      folded: new Set([...folded].filter((request) => !requests.includes(request))),
    })),
  fold: (request) =>
    set(({ unfolded, folded }) => ({
      unfolded: new Set([...unfolded].filter((other) => other !== request)),
      folded: new Set([...folded, request]),
    })),
  focusOn: (focus) => set({ focus }),
}));

/** Another scenario is drawn as it comes. */
export function drawAfresh(): void {
  useScore.setState(AS_DRAWN);
}

export const isAsDrawn = ({ folding, unfolded, folded, focus }: ScoreState): boolean =>
  folding && unfolded.size === 0 && folded.size === 0 && focus === null;
