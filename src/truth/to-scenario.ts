/** A recording as a scenario document, for the same run that everybody else's scenarios go through. */

import type { BrowserName } from '@/engine';
import type { HeadersServer, Route, Scenario } from '@/scenario/document';
import { frontendCode } from './frontend-code';
import type { Answer, RecordedServer, Recording } from './recording';

export function toScenario(recording: Recording, browser: BrowserName): Scenario {
  const { id, page, sandbox, cookies = {}, steps } = recording;
  const actualOptions = steps.some(({ request }) => request.method?.toUpperCase() === 'OPTIONS');
  const stored = Object.entries(cookies).flatMap(([origin, values]) =>
    values.map((setCookie) => ({ url: `${origin}/`, setCookie })),
  );
  return {
    version: 1,
    title: id,
    page,
    ...(sandbox ? { sandbox } : {}),
    browser,
    frontend: frontendCode(steps),
    servers: [...originsOf(recording)].map((origin): HeadersServer => {
      const server = recording.server[origin];
      return { kind: 'headers', origin, routes: server ? routesOf(server, actualOptions) : [] };
    }),
    ...(stored.length ? { cookies: stored } : {}),
  };
}

/**
 * Origins that listen. The recorder of the larger set answered as every origin: those that the scenario refers to and gives
 * no answers for said 404. In the smaller set what is not listed did not listen.
 */
function originsOf(recording: Recording): Set<string> {
  const listed = Object.keys(recording.server);
  if (recording.unrecorded) return new Set(listed);
  const answers = Object.values(recording.server).flatMap((server) => [
    server.preflight,
    server.response,
    ...(server.routes ?? []).flatMap(({ preflight, response }) => [preflight, response]),
  ]);
  const locations = answers.flatMap((answer) => answer?.headers.filter(([name]) => /^location$/i.test(name)) ?? []);
  const referred = [
    recording.page,
    ...recording.steps.map(({ request }) => request.url),
    ...locations.map(([, url]) => url),
  ];
  return new Set([...listed, ...referred.flatMap((url) => httpOrigin(url))]);
}

function httpOrigin(text: string): string[] {
  if (!URL.canParse(text)) return [];
  const { protocol, origin } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? [origin] : [];
}

/**
 * Preflights are told from other requests by their method alone, as one does in header rules, except where the page asks with
 * OPTIONS itself.
 */
function routesOf(server: RecordedServer, actualOptions: boolean): Route[] {
  const preflights: Route[] = [];
  const others: Route[] = [];
  for (const { path, preflight, response } of [...(server.routes ?? []), { path: '*', ...server }]) {
    const kind = actualOptions ? { preflight: true } : {};
    if (preflight) preflights.push({ method: 'OPTIONS', path, ...kind, ...answerFields(preflight) });
    if (response) others.push({ method: '*', path, ...answerFields(response) });
  }
  return [...preflights, ...others];
}

function answerFields({ status, headers, body, abort }: Answer): Pick<Route, 'status' | 'headers' | 'body' | 'abort'> {
  return { status, headers, ...(body === undefined ? {} : { body }), ...(abort ? { abort } : {}) };
}
