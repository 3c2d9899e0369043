import { expect, it } from 'vitest';
import type { Exchange } from '@/scenario/result';
import { readNginx } from './code';

const exchange = (status: number): Exchange => ({
  id: 0,
  kind: 'actual',
  method: 'GET',
  url: 'https://api.example.com/users',
  from: 'browser',
  requestHeaders: [],
  requestBody: '',
  status,
  statusText: '',
  responseHeaders: [],
  body: '',
  times: { sent: 0, arrived: 1, answered: 2, received: 3 },
});

it('tries no pattern for a request that nginx has not answered: it may have been stopped at one', () => {
  const config = 'location ~ ^/u(s+e*)+rs$ { return 200; }\n';
  expect(readNginx(config, exchange(200))?.levels).toHaveLength(2);
  expect(readNginx(config, exchange(0))).toBeNull();
});
