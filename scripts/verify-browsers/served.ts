import { isPreflight, type Answer, type ObservedRequest, type Recording } from '@/truth/recording';
import type { ServedResponse } from './http';
import type { OriginRequest } from './origin-proxy';

const NOT_FOUND: Answer = { status: 404, headers: [] };

export function observed({ method, url, headers }: OriginRequest): ObservedRequest {
  return { method, url, headers: headers.map(([name, value]) => [name.toLowerCase(), value]) };
}

/** What the scenario's server of that origin answers. */
export function scenarioAnswer(recording: Recording, request: OriginRequest): ServedResponse | 'abort' {
  const { origin, pathname } = new URL(request.url);
  const server = recording.server[origin];
  const kind = isPreflight(observed(request)) ? 'preflight' : 'response';
  const route = server?.routes?.find(
    ({ path, method = '*', ...answers }) =>
      answers[kind] && matches(path, pathname) && (method === '*' || method === request.method),
  );
  const { status, headers, body, abort } = route?.[kind] ?? server?.[kind] ?? NOT_FOUND;
  return abort ? 'abort' : { status, headers, ...(body === undefined ? {} : { body }) };
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

/** The page itself: empty, with an icon that needs no request. */
export function pageAnswer({ sandbox }: Recording): ServedResponse {
  return {
    status: 200,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ...(sandbox ? [['Content-Security-Policy', 'sandbox allow-scripts'] as [string, string]] : []),
    ],
    body: '<!doctype html><html lang="en"><head><title>page</title><link rel="icon" href="data:,"></head><body></body></html>',
  };
}

/** A visit that only sets cookies. */
export function cookieAnswer(cookies: readonly string[]): ServedResponse {
  return {
    status: 200,
    headers: [['Content-Type', 'text/html'], ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])],
    body: '<!doctype html><html lang="en"><head><title>cookies</title><link rel="icon" href="data:,"></head></html>',
  };
}
