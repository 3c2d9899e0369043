import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAt, nearPaths } from './near-paths';

describe('nearPaths', () => {
  const nearest = (asked: string, ...routes: string[]) => nearPaths(asked, routes)[0]?.path;

  it.each([
    ['a letter too few', '/user', ['/orders', '/users'], '/users'],
    ['letters exchanged', '/api/usres/7', ['/api/users/:id'], '/api/users/7'],
    ['capitals', '/Users', ['/users'], '/users'],
    ['a prefix forgotten', '/users/7', ['/api/v1/users/<int:id>'], '/api/v1/users/7'],
    ['a prefix too many', '/api/users', ['/users'], '/users'],
    ['a slash too few', '/api/users', ['/api/users/'], '/api/users/'],
    ['a slash too many', '/users/', ['/users'], '/users'],
    ['what begins so', '/fils/a/b.txt', ['/files/*splat'], '/files/a/b.txt'],
    ['what may be left out', '/user', ['/users{/:id}'], '/users'],
  ])('finds %s', (_, asked, routes, meant) => {
    expect(nearest(asked, ...routes)).toBe(meant);
  });

  it('takes no word for another, and no number for another', () => {
    const proposed = nearPaths('/users/7', ['/orders/7', '/users/8', '/me']).map(({ path }) => path);
    expect(proposed).not.toContain('/orders/7');
    expect(proposed).not.toContain('/users/8');
    expect(proposed).not.toContain('/me');
  });

  it('never proposes what was asked, nothing twice, and only paths', () => {
    const segment = fc.stringMatching(/^[a-z0-9:*<>{}]{1,6}$/);
    const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
    fc.assert(
      fc.property(path, fc.array(path, { maxLength: 5 }), (asked, routes) => {
        const proposed = nearPaths(asked, routes).map((near) => near.path);
        expect(proposed).not.toContain(asked);
        expect(new Set(proposed).size).toBe(proposed.length);
        expect(proposed.filter((each) => !each.startsWith('/'))).toEqual([]);
      }),
    );
  });
});

it('isAt knows what a route answers', () => {
  expect(['/users/7', '/users', '/users/7/x'].map((path) => isAt(path, '/users{/:id}'))).toEqual([true, true, false]);
});
