import { create } from 'zustand';
import type { Preset } from '@/scenario/presets';
import { classic } from '@/scenario/presets/classic';

/** The cases that have been loaded: the first one, and then all. */
export const usePresets = create<{ presets: readonly Preset[] }>()(() => ({ presets: [classic] }));

export async function loadPresets(): Promise<readonly Preset[]> {
  const { presets } = await import('@/scenario/presets');
  usePresets.setState({ presets });
  return presets;
}
