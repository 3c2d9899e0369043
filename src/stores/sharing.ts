import { create } from 'zustand';

export interface SharingState {
  /** Why the link that was opened could not be read. */
  problem: string | undefined;
}

export const useSharing = create<SharingState>()(() => ({ problem: undefined }));
