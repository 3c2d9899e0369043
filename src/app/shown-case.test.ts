import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { classic } from '@/scenario/presets/classic';
import { useAddress } from '@/stores/address';
import { loadPresets } from '@/stores/presets';
import { useScenario } from '@/stores/scenario';
import { noteShownCase } from './shown-case';

const state = () => useScenario.getState();
const shown = (): readonly string[] | undefined => useAddress.getState().shown?.parts;

beforeAll(() => noteShownCase());
beforeEach(() => {
  useScenario.setState(useScenario.getInitialState(), true);
  useAddress.setState({ shown: undefined });
  state().loadPreset(classic);
});

describe('what the address says of the case', () => {
  it('is its name, and the browser where that is not its own', async () => {
    state().setBrowser('firefox');
    await vi.waitFor(() => expect(shown()).toEqual(['case=classic', 'browser=firefox']));
    expect(useAddress.getState().shown?.isDefault).toBe(false);
  });

  it('is that it is the one that opens anyway', async () => {
    await vi.waitFor(() => expect(useAddress.getState().shown).toEqual({ parts: ['case=classic'], isDefault: true }));
  });

  it('is the name of another one, once the cases are there', async () => {
    state().loadPreset((await loadPresets()).find(({ id }) => id === 'wrong-origin')!);
    await vi.waitFor(() => expect(shown()).toEqual(['case=wrong-origin']));
  });

  it('is the document, once it was edited', async () => {
    state().setFrontend('mine();');
    await vi.waitFor(() => expect(shown()).toEqual([expect.stringMatching(/^scenario=1\./)]));
  });

  it('is nothing, where the document makes no address to copy', async () => {
    const noise = Array.from({ length: 3000 }, (_, index) => Math.imul(index, 2654435761).toString(36));
    state().setFrontend(noise.join(''));
    await vi.waitFor(() => expect(useAddress.getState().shown).toEqual({ parts: [], isDefault: false }));
  });
});
