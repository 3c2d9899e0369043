import { describe, expect, it } from 'vitest';
import { ServerStates } from './server-state';

const origin = 'https://bank.example';

describe('the changes of a server’s state', () => {
  it('name the innermost values, with what was there, what is there and who did it', () => {
    const states = new ServerStates();
    states.take(origin, { accounts: { ada: 1000, mallory: 0 }, log: ['open'] }, undefined);
    states.take(origin, { accounts: { ada: 500, mallory: 500 }, log: ['open', 'moved'] }, 3);
    states.take(origin, { accounts: { ada: 500 }, log: ['open', 'moved'], 'x-y': {} }, undefined);
    const [state] = states.all();
    expect(state?.changes).toEqual([
      { path: 'accounts.ada', from: 1000, to: 500, exchange: 3 },
      { path: 'accounts.mallory', from: 0, to: 500, exchange: 3 },
      { path: 'log[1]', to: 'moved', exchange: 3 },
      { path: 'accounts.mallory', from: 500 },
      { path: '["x-y"]', to: {} },
    ]);
    expect(state?.before).toEqual({ accounts: { ada: 1000, mallory: 0 }, log: ['open'] });
    expect(state?.after).toEqual({ accounts: { ada: 500 }, log: ['open', 'moved'], 'x-y': {} });
  });
});
