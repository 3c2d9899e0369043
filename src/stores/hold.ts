import { create } from 'zustand';

/** While a lesson waits for predictions nothing runs and no future is shown. Apart from the lesson itself, which loads later. */
export const useHold = create<{ holding: boolean }>()(() => ({ holding: false }));
