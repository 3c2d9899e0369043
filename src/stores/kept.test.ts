import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { createKeptStore, inBrowser, MOST_KEPT } from './kept';

const scenario: Scenario = { version: 1, page: 'https://app.example.com/', frontend: '1', servers: [] };

describe('what is kept between runs', () => {
  it('is nothing until it is asked for, and gone when it is no longer', () => {
    const store = createKeptStore();
    expect(store.getState()).toMatchObject({ keeps: false, kept: [] });
    store.getState().setKeeps(true);
    store.getState().add(scenario);
    store.getState().wait(600_000);
    expect(store.getState().kept).toEqual([{ page: scenario.page, frontend: '1' }, { wait: 600_000 }]);
    store.getState().startAfresh();
    expect(store.getState()).toMatchObject({ keeps: true, kept: [] });
    store.getState().add(scenario);
    store.getState().setKeeps(false);
    expect(store.getState().kept).toEqual([]);
  });

  it('happens elsewhere as it happened here, for a run in another browser that is compared with this one', () => {
    const run = { page: scenario.page, frontend: '1' };
    const kept = [run, { ...run, browser: 'firefox' as const }, { ...run, browser: 'webkit' as const }, { wait: 5 }];
    expect(inBrowser(kept, 'chromium', 'firefox')).toEqual([
      { ...run, browser: 'firefox' },
      { ...run, browser: 'chromium' },
      { ...run, browser: 'webkit' },
      { wait: 5 },
    ]);
  });

  it('is the latest of many', () => {
    const store = createKeptStore();
    for (let count = 0; count <= MOST_KEPT; count += 1) store.getState().add({ ...scenario, frontend: String(count) });
    expect(store.getState().kept).toHaveLength(MOST_KEPT);
    expect(store.getState().kept[0]).toMatchObject({ frontend: '1' });
  });
});
