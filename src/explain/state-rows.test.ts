import { describe, expect, it } from 'vitest';
import type { SimulationResult } from '@/scenario/result';
import { stateRows } from './state-rows';

const result: SimulationResult = {
  version: 1,
  requests: [],
  exchanges: [],
  console: [],
  cookies: [],
  serverLog: [],
  events: [],
  serverState: [
    {
      origin: 'https://bank.example',
      before: { accounts: { ada: 1000 } },
      after: { accounts: { ada: 500 }, visits: 1 },
      changes: [
        { path: 'accounts.ada', from: 1000, to: 500 },
        { path: 'visits', to: 1 },
      ],
    },
  ],
};

describe('the state of the servers', () => {
  it('is written as JSON, with nothing where there was nothing', () => {
    expect(stateRows(result, [])).toEqual([
      {
        origin: 'https://bank.example',
        before: [{ name: 'accounts', value: '{"ada":1000}' }],
        after: [
          { name: 'accounts', value: '{"ada":500}' },
          { name: 'visits', value: '1' },
        ],
        changes: [
          { path: 'accounts.ada', from: '1000', to: '500', by: '', stop: 0 },
          { path: 'visits', from: null, to: '1', by: '', stop: 0 },
        ],
      },
    ]);
  });
});
