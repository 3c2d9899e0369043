import { create } from 'zustand';

/** What a lesson keeps from the learner. Apart from the lesson itself, which loads later. */
export interface HoldState {
  /** It waits for predictions: nothing runs and no future is shown. */
  holding: boolean;
  /** It is not solved yet and its solution was not asked for: nothing may give the answer away. */
  guarding: boolean;
  /** How often Run was pressed while it waited for predictions. */
  asked: number;
}

export const useHold = create<HoldState>()(() => ({ holding: false, guarding: false, asked: 0 }));

/** Whether fixes, reviews and the like may be shown: always on the workbench, in a lesson once it is solved or given up. */
export const isAnswerOpen = ({ holding, guarding }: Pick<HoldState, 'holding' | 'guarding'>): boolean =>
  !holding && !guarding;
