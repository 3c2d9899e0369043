/** Routes that server code names, read from its text. What it makes up as it runs is not found: docs/review.md says so. */

import type { Server } from '@/scenario/document';

export interface CodeRoute {
  method: string;
  path: string;
}

/** The routes that a server can be known to have, as they are written: `/users/:id`, `/users/<int:id>`, `/files/*`. */
export function knownRoutes(server: Server): CodeRoute[] {
  switch (server.kind) {
    case 'headers':
      return server.routes
        .filter(({ method, preflight, abort }) => method !== 'OPTIONS' && preflight !== true && !abort)
        .map(({ method, path }) => ({ method: method === '*' ? 'GET' : method, path }));
    case 'express': {
      const text = withoutJsComments(server.code);
      return /\bexpress\s*\(/.test(text) ? inExpress(text) : [...inExpress(text), ...EXAMPLE_ROUTES];
    }
    case 'flask': {
      const text = withoutPythonComments(server.code);
      return /\bFlask\s*\(/.test(text) ? inFlask(text) : [...inFlask(text), ...EXAMPLE_ROUTES];
    }
    case 'django':
      return [...EXAMPLE_ROUTES, ...DJANGO_ROUTES];
    case 'nginx':
      return locationsIn(server.config);
    case 'proxy':
      return [];
  }
}

/** Locations of an nginx configuration that a path names: `/api/` and `= /health`. Patterns and named ones have no path to ask for. */
export function locationsIn(config: string): CodeRoute[] {
  const text = config.replace(/(^|\s)#.*$/gm, '$1');
  const paths = [...text.matchAll(/(?:^|[\s;{}])location\s+(?:=\s*|\^~\s*)?(["']?)(\/[^\s"'{;]*)\1\s*\{/g)].map(
    ([, , path = '']) => path,
  );
  return [...new Set(paths)].map((path) => ({ method: 'GET', path }));
}

export function routesInCode(kind: 'express' | 'flask' | 'django', code: string): CodeRoute[] {
  const text = kind === 'express' ? withoutJsComments(code) : withoutPythonComments(code);
  switch (kind) {
    case 'express':
      return orExamples(inExpress(text), /\bexpress\s*\(/.test(text));
    case 'flask':
      return orExamples(inFlask(text), /\bFlask\s*\(/.test(text));
    case 'django':
      return [...EXAMPLES, { method: 'GET', path: '/api/users/' }, { method: 'GET', path: '/api/me/' }];
  }
}

const routes = (method: string, ...paths: string[]): CodeRoute[] => paths.map((path) => ({ method, path }));

/** All that stands behind code without an app of its own: docs/example-routes.md. */
export const EXAMPLE_ROUTES: readonly CodeRoute[] = [
  ...routes('GET', '/', '/users', '/users/:id', '/me', '/redirect', '/slow', '/error'),
  ...['POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) => routes(method, '/users')),
  ...['PUT', 'PATCH', 'DELETE'].flatMap((method) => routes(method, '/users/:id')),
  ...routes('POST', '/login'),
];

/** What Django has beside them: `mysite/urls.py`. */
export const DJANGO_ROUTES: readonly CodeRoute[] = routes(
  'GET',
  '/api/',
  '/api/users/',
  '/api/users/:id/',
  '/api/login/',
  '/api/me/',
  '/api/error/',
);

/** The ones of these that are worth a question: they answer at once, and differ in what they need. */
const EXAMPLES: CodeRoute[] = [
  { method: 'GET', path: '/users' },
  { method: 'GET', path: '/me' },
  { method: 'POST', path: '/users' },
];

function orExamples(own: CodeRoute[], hasApp: boolean): CodeRoute[] {
  return own.length > 0 || hasApp ? own : EXAMPLES;
}

const METHODS = 'get|post|put|patch|delete|all';

function withoutJsComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

function withoutPythonComments(code: string): string {
  return code.replace(/#.*$/gm, '');
}

function inExpress(text: string): CodeRoute[] {
  const mounts = new Map<string, { on: string; path: string }>();
  for (const [, on = '', path = '', router = ''] of text.matchAll(
    /(\w+)\s*\.use\(\s*['"`](\/[^'"`]*)['"`]\s*,(?:[^;]*?,)?\s*(\w+)\s*\)/g,
  )) {
    mounts.set(router, { on, path: path.replace(/\/$/, '') });
  }
  const below = (owner: string, path: string, depth = 0): string => {
    const mount = mounts.get(owner);
    return mount && depth < MOST_MOUNTS ? below(mount.on, mount.path + path, depth + 1) : path;
  };
  const routes: CodeRoute[] = [];
  const direct = new RegExp(`(\\w+)\\s*\\.(${METHODS})\\(\\s*['"\`](/[^'"\`]*)['"\`]`, 'g');
  for (const [, owner = '', method = '', path = ''] of text.matchAll(direct)) {
    routes.push({ method: asMethod(method), path: below(owner, path) });
  }
  const chained = new RegExp(`(\\w+)\\s*\\.route\\(\\s*['"\`](/[^'"\`]*)['"\`]\\s*\\)\\s*\\.(${METHODS})\\(`, 'g');
  for (const [, owner = '', path = '', method = ''] of text.matchAll(chained)) {
    routes.push({ method: asMethod(method), path: below(owner, path) });
  }
  return routes;
}

/** A router that is mounted in itself has no end. */
const MOST_MOUNTS = 8;

function asMethod(name: string): string {
  return name === 'all' ? 'GET' : name.toUpperCase();
}

function inFlask(text: string): CodeRoute[] {
  const prefixes = new Map<string, string>();
  for (const [, name = '', path = ''] of text.matchAll(
    /(\w+)\s*=\s*(?:flask\.)?Blueprint\([^)]*url_prefix\s*=\s*['"]([^'"]*)/g,
  )) {
    prefixes.set(name, path);
  }
  for (const [, name = '', path = ''] of text.matchAll(
    /register_blueprint\(\s*(\w+)[^)]*url_prefix\s*=\s*['"]([^'"]*)/g,
  )) {
    prefixes.set(name, path);
  }
  const routes: CodeRoute[] = [];
  for (const [, owner = '', verb = '', path = '', rest = ''] of text.matchAll(
    /@(\w+)\.(route|get|post|put|patch|delete)\(\s*r?['"](\/[^'"]*)['"]([^\n]*)/g,
  )) {
    const listed = /methods\s*=\s*[[(]([^\])]*)/.exec(rest)?.[1]?.match(/[A-Z]+/g) ?? ['GET'];
    const methods = verb === 'route' ? listed.filter((method) => method !== 'OPTIONS') : [verb.toUpperCase()];
    routes.push(...methods.map((method) => ({ method, path: `${prefixes.get(owner) ?? ''}${path}` })));
  }
  for (const [, owner = '', path = ''] of text.matchAll(/(\w+)\.add_url_rule\(\s*['"](\/[^'"]*)['"]/g)) {
    routes.push({ method: 'GET', path: `${prefixes.get(owner) ?? ''}${path}` });
  }
  return routes;
}
