import { expect, it } from 'vitest';
import { exchange } from '@/scenario/testing/exchange';
import { readNginx } from './code';

it('tries no pattern for a request that nginx has not answered: it may have been stopped at one', () => {
  const config = 'location ~ ^/u(s+e*)+rs$ { return 200; }\n';
  expect(readNginx(config, exchange({ status: 200 }))?.levels).toHaveLength(2);
  expect(readNginx(config, exchange({ status: 0 }))).toBeNull();
});
