import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from './edit-distance';

describe('editDistance', () => {
  it.each([
    ['users', 'users', 0],
    ['user', 'users', 1],
    ['usres', 'users', 1],
    ['costumers', 'customers', 2],
    ['', 'me', 2],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetric, nothing for equal words alone, and at most the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

it('nearestName finds what was meant, and takes no name for another', () => {
  const known = ['origin', 'methods', 'allowedHeaders', 'exposedHeaders'];
  expect(['orgin', 'allowHeaders', 'Methods', 'exposeHeader'].map((name) => nearestName(name, known))).toEqual([
    'origin',
    'allowedHeaders',
    'methods',
    'exposedHeaders',
  ]);
  expect(nearestName('credentials', known)).toBeUndefined();
});

it('nearestName finds what has too few words or too many, where it can only be one', () => {
  const known = [
    'allow_headers',
    'expose_headers',
    'supports_credentials',
    'CORS_ALLOW_ALL_ORIGINS',
    'CORS_ALLOWED_ORIGINS',
  ];
  expect(nearestName('credentials', known)).toBe('supports_credentials');
  expect(nearestName('CORS_ORIGINS', known)).toBe('CORS_ALLOWED_ORIGINS');
  expect(nearestName('headers', known)).toBeUndefined();
});
