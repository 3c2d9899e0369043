import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Below 800 px one part of the workbench shows at a time. */
export type PhoneTab = 'frontend' | 'server' | 'timeline' | 'inspector';

export interface UiState {
  theme: Theme;
  phoneTab: PhoneTab;
  setTheme: (theme: Theme) => void;
  setPhoneTab: (tab: PhoneTab) => void;
}

export const useUi = create<UiState>()((set) => ({
  theme: 'system',
  phoneTab: 'timeline',
  setTheme: (theme) => set({ theme }),
  setPhoneTab: (phoneTab) => set({ phoneTab }),
}));
