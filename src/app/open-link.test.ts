import { beforeEach, describe, expect, it } from 'vitest';
import { classic } from '@/scenario/presets/classic';
import { encodeScenario } from '@/scenario/share';
import { loadPresets } from '@/stores/presets';
import { documentOf, useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';
import { openLink } from './open-link';
import { scenarioPart } from './share-link';
import { pageAt } from './testing/page-at';

const state = () => useScenario.getState();
const frontend = (): string => documentOf(state()).frontend;
const notice = (): string | undefined => useSharing.getState().notice?.text;
const follow = (part: string): Promise<void> => openLink(pageAt(`#${part}`));

/** Everything that the store still has of what was typed. */
const kept = (): string[] => [frontend(), ...Object.values(state().left).map((draft) => draft.document.frontend)];

async function choose(id: string): Promise<void> {
  state().loadPreset((await loadPresets()).find((known) => known.id === id)!);
}

/** As good as nothing of the case is left: it is the learner's own, and a link gives it no title. */
function makeOwn(): void {
  state().setFrontend('own();');
  state().editServer((server) => ('code' in server ? { ...server, code: 'ownServer();' } : server));
}

beforeEach(() => {
  useScenario.setState(useScenario.getInitialState(), true);
  useSharing.setState({ notice: undefined });
  state().loadPreset(classic);
});

describe('a link to what is shown', () => {
  it('leaves a case of the learner’s own where it is, though its link has no title', async () => {
    makeOwn();
    await follow(await scenarioPart());
    expect(state()).toMatchObject({ presetId: 'classic', left: {} });
    expect(frontend()).toBe('own();');
    expect(notice()).toBeUndefined();
  });

  it('leaves an edited case where it is, though its link has another title', async () => {
    state().setFrontend(`${frontend()}\nmine();`);
    await follow(await scenarioPart());
    expect(state()).toMatchObject({ presetId: 'classic', left: {} });
  });
});

describe('a link to a case that its reader has edited', () => {
  it('opens it as it was made, beside the edits', async () => {
    state().setFrontend('mine();');
    await follow('case=classic');
    expect(frontend()).toBe(classic.scenario.frontend);
    expect(notice()).toContain('as the link shows it');
    expect(kept()).toContain('mine();');
  });

  it('opens it as it was made, too, where the copy beside has been edited since', async () => {
    state().setFrontend('mine();');
    await follow('case=classic');
    state().setFrontend('mine in the copy();');
    await choose('wrong-origin');
    await follow('case=classic');
    expect(frontend()).toBe(classic.scenario.frontend);
    expect(notice()).toContain('as the link shows it');
    expect(kept()).toEqual(expect.arrayContaining(['mine();', 'mine in the copy();']));
  });

  it('opens that copy again where it is as it was made', async () => {
    state().setFrontend('mine();');
    await follow('case=classic');
    const { presetId } = state();
    await choose('wrong-origin');
    await follow('case=classic');
    expect(state().presetId).toBe(presetId);
    expect(Object.keys(state().left).sort()).toEqual(['classic', 'wrong-origin']);
  });
});

describe('a link that carries the document', () => {
  const sent = { ...classic.scenario, title: 'Sent', frontend: 'sent();' };

  for (const where of ['is still open', 'has been left']) {
    it(`opens it as it was sent, beside what its reader made of it, where that ${where}`, async () => {
      const part = `scenario=${await encodeScenario(sent)}`;
      await follow(part);
      state().setFrontend('mine();');
      if (where === 'has been left') await choose('wrong-origin');
      await follow(part);
      expect(frontend()).toBe('sent();');
      expect(notice()).toContain('as the link shows it');
      state().setFrontend('edited again();');
      expect(kept()).toContain('mine();');
    });
  }
});
