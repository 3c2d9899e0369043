import { CookieCredentials, FetchMocker, MockServer } from 'mentoss';
import type { Contender } from './contender';
import { answerTo, type Question } from './question';

export const mentoss: Contender = {
  name: 'mentoss',
  prepare(question) {
    const requests: string[] = [];
    const { origin, pathname } = new URL(question.url);
    const server = new MockServer(origin);
    const respond = (request: Request) => {
      requests.push(request.method);
      const { status, headers, body, abort } = answerTo(question.recording, request.method, request.url, [
        ...request.headers,
      ]);
      if (abort) throw new TypeError('The connection was closed');
      const bodiless = status === 204 || status === 304 || request.method === 'HEAD';
      return { status, headers: combined(headers), ...(bodiless ? {} : { body: body ?? '' }) };
    };
    for (const verb of new Set(['options', question.method.toLowerCase()])) route(server, verb, pathname, respond);
    const credentials = question.credentials ? { credentials: [new CookieCredentials()] } : {};
    const mocker = new FetchMocker({ servers: [server], baseUrl: question.page, ...credentials });
    return async () => {
      try {
        await mocker.fetch(question.url, init(question));
        return { outcome: 'resolved', requests: requests.join(' ') };
      } catch {
        return { outcome: 'rejected', requests: requests.join(' ') };
      }
    };
  },
};

type Respond = (request: Request) => { status: number; headers: Record<string, string>; body?: string };

/** It knows the usual methods only. */
function route(server: MockServer, verb: string, path: string, respond: Respond): void {
  const routes = server as unknown as Record<string, ((path: string, respond: Respond) => void) | undefined>;
  routes[verb]?.call(server, path, respond);
}

/** It takes an object, in which a name stands once. */
function combined(headers: readonly [string, string][]): Record<string, string> {
  const all = new Headers();
  for (const [name, value] of headers) all.append(name, value);
  return Object.fromEntries(all);
}

export function init({ method, headers, body, credentials }: Question): RequestInit {
  return {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(credentials ? { credentials: 'include' } : {}),
  };
}
