import { expect, it } from 'vitest';
import type { HeadersServer } from '@/scenario/document';
import { isOfRow } from './row-marks';

const table = (...names: string[]): HeadersServer => ({
  kind: 'headers',
  origin: 'https://api.example.com',
  routes: [{ method: '*', path: '/users', status: 200, headers: names.map((name) => [name, '1']) }],
});
const ran = table('Vary', 'X-A');

it('a mark stays at the row that it was made for, whatever the row now says', () => {
  const now = table('Vary', 'X-A');
  now.routes[0]!.headers[1]![1] = '2';
  expect(isOfRow({ route: 0, row: 1 }, ran, now)).toBe(true);
});

it('a mark goes where another row has come there, another route, or another kind of server', () => {
  expect(isOfRow({ route: 0, row: 1 }, ran, table('X-A'))).toBe(false);
  expect(isOfRow({ route: 0, row: null }, ran, { ...ran, routes: [{ ...ran.routes[0]!, path: '/me' }] })).toBe(false);
  expect(isOfRow({ route: 0, row: 1 }, { kind: 'express', origin: ran.origin, code: '' }, ran)).toBe(false);
});
