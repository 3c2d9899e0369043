import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPreset, presets } from '@/scenario/presets';
import { createScenarioStore } from './scenario';
import { readSaved, writeSaved } from './scenario-storage';

function storage(text: string | null = null) {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_key: string, value: string) => {
      held = value;
    },
  };
}

/** What an earlier visit saved, as JSON that a test may spoil. */
function saved() {
  const store = createScenarioStore();
  const [, second] = presets;
  store.getState().loadPreset(defaultPreset);
  store.getState().setFrontend('mine');
  if (second) store.getState().loadPreset(second);
  store.getState().setServerKind('headers', { origin: 'https://api.example.com', kind: 'headers', routes: [] });
  const place = storage();
  writeSaved(place, store.getState());
  return { place, state: store.getState(), json: JSON.parse(place.getItem() ?? '') as Record<string, unknown> };
}

describe('saved work', () => {
  it('comes back as it was, with what was left and what other kinds hold', () => {
    const { place, state } = saved();
    const back = readSaved(place);
    expect(back?.presetId).toBe(state.presetId);
    expect(back?.draft).toEqual(state.draft);
    expect(back?.left[defaultPreset.id]?.document.frontend).toBe('mine');
    expect(back?.draft.held[0]?.express?.kind).toBe('express');
  });

  it('loses only the part that is broken', () => {
    const { json } = saved();
    const left = { ...(json.left as object), broken: { document: { version: 2 } } };
    const back = readSaved(storage(JSON.stringify({ ...json, left })));
    expect(back && Object.keys(back.left)).toEqual([defaultPreset.id]);
  });

  it('is nothing where the document itself does not parse', () => {
    const { json } = saved();
    expect(readSaved(storage(JSON.stringify({ ...json, draft: { document: null, held: [] } })))).toBeUndefined();
  });

  it('never throws, whatever the storage holds or does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readSaved(storage(text))).toBeUndefined();
      }),
    );
    const forbidden = {
      getItem: (): string => {
        throw new Error('forbidden');
      },
      setItem: (): void => {
        throw new Error('full');
      },
    };
    expect(readSaved(forbidden)).toBeUndefined();
    expect(() => writeSaved(forbidden, saved().state)).not.toThrow();
  });
});
