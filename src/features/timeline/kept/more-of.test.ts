import { expect, it } from 'vitest';
import type { KeptCookie, KeptPermission } from '@/explain';
import { moreOf } from './more-of';

const permission = (expires: number) => ({ expires }) as KeptPermission;
const cookie = (expires: number | null) => ({ cookie: { expires } }) as KeptCookie;

it('counts what still counts apart from what has expired', () => {
  const permissions = [100, 200, 300].map(permission);
  expect([50, 200, 300].map((now) => moreOf(permissions, now))).toEqual(['3 more', '1 more, 2 expired', '3 expired']);
});

it('counts a cookie of the session until its end', () => {
  expect(moreOf([cookie(null), cookie(10)], 20)).toBe('1 more, 1 expired');
});
