import { describe, expect, it } from 'vitest';
import { routeOf } from './route';

describe('the fragment of the address', () => {
  it.each([
    ['', { page: 'workbench' }],
    ['#/course', { page: 'course' }],
    ['#/drill', { page: 'drill' }],
    ['#/truth', { page: 'truth' }],
    ['#/compare', { page: 'compare', query: '' }],
    ['#/compare?by=edit&scenario=1.x', { page: 'compare', query: 'by=edit&scenario=1.x' }],
    ['#/comparer', { page: 'workbench' }],
    ['#/lesson/allow-headers', { page: 'lesson', id: 'allow-headers' }],
    ['#/glossary', { page: 'glossary', term: '' }],
    ['#/glossary/', { page: 'glossary', term: '' }],
    ['#/glossary/cors-preflight', { page: 'glossary', term: 'cors-preflight' }],
    ['#/own', { page: 'own', folder: '' }],
    ['#/own?from=lessons/example', { page: 'own', folder: 'lessons/example' }],
    ['#/own?from=a%20b%2F', { page: 'own', folder: 'a b/' }],
    ['#/owner', { page: 'workbench' }],
    ['#/lesson/', { page: 'workbench' }],
    ['#/lesson/../../etc', { page: 'workbench' }],
    ['#anything', { page: 'workbench' }],
  ])('%j', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});
