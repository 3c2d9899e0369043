import { beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { classic } from '@/scenario/presets/classic';
import { leaveDemonstration, openDemonstration } from './demonstration';
import { draftOf } from './draft';
import { isDemonstrationPreset } from './preset-id';
import { documentOf, useScenario } from './scenario';

const scenario = (frontend: string): Scenario => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [],
});
const state = () => useScenario.getState();

beforeEach(() => {
  useScenario.setState({ presetId: 'mine', draft: draftOf(scenario('mine();')), left: {} });
});

describe('a demonstration', () => {
  it('gives the learner’s scenario back as it was, also after another one', () => {
    openDemonstration(scenario('evil();'));
    openDemonstration(scenario('worse();'));
    expect(documentOf(state()).frontend).toBe('worse();');
    leaveDemonstration(false);
    expect(state().presetId).toBe('mine');
    expect(documentOf(state()).frontend).toBe('mine();');
    expect(state().left).toEqual({});
  });

  it('leaves nothing of itself behind where a case is chosen, and the learner’s scenario stays', () => {
    openDemonstration(scenario('evil();'));
    state().loadPreset(classic);
    expect(state().presetId).toBe('classic');
    expect(Object.keys(state().left)).toEqual(['mine']);
    expect(state().left.mine?.document.frontend).toBe('mine();');
  });

  describe('whose home can no longer be read', () => {
    beforeEach(() => {
      openDemonstration(scenario('evil();'));
      useScenario.setState({ left: { classic: draftOf(scenario('edited();')) } });
    });

    it('ends in the default case, with the edits that it has', () => {
      leaveDemonstration(false);
      expect(state().presetId).toBe('classic');
      expect(documentOf(state()).frontend).toBe('edited();');
      expect(Object.keys(state().left).some(isDemonstrationPreset)).toBe(false);
    });

    it('gives way to another one', () => {
      openDemonstration(scenario('worse();'));
      expect(documentOf(state()).frontend).toBe('worse();');
      leaveDemonstration(false);
      expect(state().presetId).toBe('classic');
    });
  });
});
