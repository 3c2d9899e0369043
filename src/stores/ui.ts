import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Below 800 px one part of the workbench shows at a time. */
export type PhoneTab = 'frontend' | 'server' | 'timeline' | 'inspector';

export interface UiState {
  theme: Theme;
  phoneTab: PhoneTab;
  /** Why shows what all browsers say, not only the one that runs. */
  allBrowsers: boolean;
  /** The learner asked to be led to what helps, and is not there yet. */
  wantsHelp: boolean;
  setTheme: (theme: Theme) => void;
  setPhoneTab: (tab: PhoneTab) => void;
  setAllBrowsers: (all: boolean) => void;
}

export const useUi = create<UiState>()((set) => ({
  theme: 'system',
  phoneTab: 'timeline',
  allBrowsers: false,
  wantsHelp: false,
  setTheme: (theme) => set({ theme }),
  setPhoneTab: (phoneTab) => set({ phoneTab }),
  setAllBrowsers: (allBrowsers) => set({ allBrowsers }),
}));
