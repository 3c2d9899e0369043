import { create } from 'zustand';

/** What became of a link or a case: that it was copied, or why it could not be opened. */
export interface ShareNotice {
  text: string;
  /** To copy by hand where the page may not use the clipboard. */
  link?: string;
  /** It needs no answer, and goes away by itself. */
  isBrief?: true;
}

export interface SharingState {
  notice: ShareNotice | undefined;
}

export const useSharing = create<SharingState>()(() => ({ notice: undefined }));
