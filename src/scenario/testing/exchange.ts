import type { Exchange } from '../result';

/** A plain GET that is answered with nothing, but for what a test is about. */
export const exchange = (part: Partial<Exchange>): Exchange => ({
  id: 0,
  kind: 'actual',
  method: 'GET',
  url: 'https://api.example.com/users',
  from: 'browser',
  requestHeaders: [],
  requestBody: '',
  status: 200,
  statusText: 'OK',
  responseHeaders: [],
  body: '',
  times: { sent: 0, arrived: 40, answered: 52, received: 92 },
  ...part,
});
