import { describe, expect, it } from 'vitest';
import { routeOf } from './route';

describe('the fragment of the address', () => {
  it.each([
    ['', { page: 'workbench' }],
    ['#/course', { page: 'course' }],
    ['#/drill', { page: 'drill' }],
    ['#/truth', { page: 'truth' }],
    ['#/lesson/allow-headers', { page: 'lesson', id: 'allow-headers' }],
    ['#/lesson/', { page: 'workbench' }],
    ['#/lesson/../../etc', { page: 'workbench' }],
    ['#anything', { page: 'workbench' }],
  ])('%j', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});
