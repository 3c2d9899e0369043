import type { Route, Server } from '@/scenario/document';

/** A server as text with lines, as its editor shows it. */
export function textOf(server: Server): string {
  switch (server.kind) {
    case 'express':
    case 'flask':
    case 'django':
      return server.code;
    case 'nginx':
      return server.config;
    case 'proxy':
      return `${server.prefix} → ${server.target}`;
    case 'headers':
      return server.routes.map(routeText).join('\n');
  }
}

/** Whether its lines have numbers. */
export const hasLines = ({ kind }: Server): boolean => kind !== 'headers' && kind !== 'proxy';

function routeText({ method, path, status, headers, abort, preflight }: Route): string {
  const which = preflight === undefined ? '' : preflight ? ' (preflights)' : ' (not preflights)';
  const rows = headers.map(([name, value, on]) => `${on === false ? 'off: ' : ''}${name}: ${value}`);
  return [`${method} ${path}${which} → ${abort ? 'no answer' : status}`, ...rows].join('\n');
}
