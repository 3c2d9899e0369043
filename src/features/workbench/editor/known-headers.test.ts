import { expect, it } from 'vitest';
import type { Exchange, SimulationResult } from '@/scenario/result';
import { knownHeaders } from './known-headers';

it('headers are known that a run carries, as a name or in a list of names', () => {
  const exchange = {
    requestHeaders: [['access-control-request-headers', 'x-asked,x-trace']],
    responseHeaders: [
      ['X-Sent', 'x-value'],
      ['Access-Control-Expose-Headers', 'X-Total, *'],
    ],
  } as unknown as Exchange;
  const result = { exchanges: [exchange] } as SimulationResult;
  const before = knownHeaders(undefined);
  const news = [...knownHeaders(result)].filter((name) => !before.has(name));
  expect(before).toContain('content-type');
  expect(news).toEqual(['access-control-request-headers', 'x-asked', 'x-trace', 'x-sent', 'x-total', '*']);
});
