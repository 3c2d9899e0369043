/** Routes that server code names, read from its text. What it makes up as it runs is not found: docs/review.md says so. */

export interface CodeRoute {
  method: string;
  path: string;
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
  const text = kind === 'express' ? withoutJsComments(code) : code.replace(/#.*$/gm, '');
  switch (kind) {
    case 'express':
      return orExamples(inExpress(text), /\bexpress\s*\(/.test(text));
    case 'flask':
      return orExamples(inFlask(text), /\bFlask\s*\(/.test(text));
    case 'django':
      return [...EXAMPLES, { method: 'GET', path: '/api/users/' }, { method: 'GET', path: '/api/me/' }];
  }
}

/** What code without an app and routes of its own stands in front of: docs/example-routes.md. */
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

function inExpress(text: string): CodeRoute[] {
  const mounts = new Map<string, string>();
  for (const [, path = '', router = ''] of text.matchAll(
    /\.use\(\s*['"`](\/[^'"`]*)['"`]\s*,(?:[^;]*?,)?\s*(\w+)\s*\)/g,
  )) {
    mounts.set(router, path.replace(/\/$/, ''));
  }
  const routes: CodeRoute[] = [];
  const direct = new RegExp(`(\\w+)\\s*\\.(${METHODS})\\(\\s*['"\`](/[^'"\`]*)['"\`]`, 'g');
  for (const [, owner = '', method = '', path = ''] of text.matchAll(direct)) {
    routes.push({ method: asMethod(method), path: `${mounts.get(owner) ?? ''}${path}` });
  }
  const chained = new RegExp(`(\\w+)\\s*\\.route\\(\\s*['"\`](/[^'"\`]*)['"\`]\\s*\\)\\s*\\.(${METHODS})\\(`, 'g');
  for (const [, owner = '', path = '', method = ''] of text.matchAll(chained)) {
    routes.push({ method: asMethod(method), path: `${mounts.get(owner) ?? ''}${path}` });
  }
  return routes;
}

function asMethod(name: string): string {
  return name === 'all' ? 'GET' : name.toUpperCase();
}

function inFlask(text: string): CodeRoute[] {
  const prefixes = new Map<string, string>();
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
  return routes;
}
