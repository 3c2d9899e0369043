import { create } from 'zustand';

/** What became of something that was asked for: that a link was copied, or why a case could not be opened. */
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

/** For what a press loads: says that it did not come. The next press asks for it again. */
export const sayNotLoaded = (): void =>
  useSharing.setState({ notice: { text: 'What this needs did not load. Check the connection, then press again.' } });
