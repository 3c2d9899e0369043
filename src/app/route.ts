import { useSyncExternalStore } from 'react';

/** What the page shows, from the fragment of its address. Anything unknown is the workbench. */
export type Route = { page: 'workbench' } | { page: 'truth' } | { page: 'compare'; query: string } | LessonRoute;
export type LessonRoute =
  | { page: 'course' }
  | { page: 'drill' }
  | { page: 'lesson'; id: string }
  | { page: 'own'; folder: string }
  | { page: 'glossary'; term: string };

export function routeOf(hash: string): Route {
  if (hash === '#/course') return { page: 'course' };
  if (hash === '#/drill') return { page: 'drill' };
  if (hash === '#/truth') return { page: 'truth' };
  if (/^#\/compare(\?|$)/.test(hash)) return { page: 'compare', query: hash.slice('#/compare?'.length) };
  const [isGlossary, term = ''] = /^#\/glossary(?:\/([a-z0-9-]*))?$/.exec(hash) ?? [];
  if (isGlossary !== undefined) return { page: 'glossary', term };
  if (/^#\/own(\?|$)/.test(hash)) return { page: 'own', folder: new URLSearchParams(hash.slice(6)).get('from') ?? '' };
  const [, id] = /^#\/lesson\/([a-z0-9-]+)$/.exec(hash) ?? [];
  return id ? { page: 'lesson', id } : { page: 'workbench' };
}

/** Whether the page has a run of its own to start: the workbench and a lesson have, the lists have not. */
export const hasRun = (route: Route): boolean =>
  route.page === 'workbench' || route.page === 'lesson' || (route.page === 'own' && route.folder !== '');

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}
