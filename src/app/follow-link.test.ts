import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classic } from '@/scenario/presets/classic';
import { emptyResult } from '@/scenario/testing/empty-result';
import { connectSimulator } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { useSharing } from '@/stores/sharing';
import { runOnEdit } from './autorun';
import { followLink } from './follow-link';
import { pageAt } from './testing/page-at';

/** The titles of what ran. */
let ran: (string | undefined)[];
let stop: () => void = () => undefined;

beforeEach(() => {
  ran = [];
  connectSimulator((scenario) => {
    ran.push(scenario.title);
    return Promise.resolve(emptyResult());
  });
  useScenario.setState(useScenario.getInitialState(), true);
  useScenario.getState().loadPreset(classic);
  useSharing.setState({ notice: undefined });
  stop = runOnEdit();
});
afterEach(() => {
  stop();
  vi.doUnmock('./open-link');
});

/** Follows a link, and then waits for every run that was asked for. */
async function follow(hash: string): Promise<void> {
  vi.useFakeTimers();
  await followLink(pageAt(hash));
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
}

describe('a link that is followed', () => {
  it('runs the case that it opens once', async () => {
    await follow('#case=wrong-origin&browser=firefox');
    expect(ran).toEqual(['A wrong origin']);
  });

  it('runs what is shown once, where that is what it opens', async () => {
    await follow('#case=classic');
    expect(ran).toEqual([classic.title]);
  });

  it('runs what is shown once, where it opens nothing', async () => {
    await follow('#case=nothing');
    expect(ran).toEqual([classic.title]);
    expect(useSharing.getState().notice?.text).toContain('no case of that name');
  });

  it('says so where what it needs does not load, and what is shown runs', async () => {
    vi.doMock('./open-link', () => ({ openLink: () => Promise.reject(new TypeError('Failed to fetch')) }));
    await follow('#case=wrong-origin');
    expect(ran).toEqual([classic.title]);
    expect(useSharing.getState().notice?.text).toContain('did not load');
  });
});
