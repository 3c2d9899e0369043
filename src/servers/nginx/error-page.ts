import { splitArgs, type NginxRequest } from './request';
import type { Step } from './steps';
import { textOf } from './variables';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What `error_page` has in place of an answer of this status; undefined where it has nothing. */
export function errorPage(status: number, request: NginxRequest): Step | undefined {
  const { errorPages, recursiveErrorPages } = request.place.settings;
  request.errorStatus = status;
  if (request.hasErrorPage || errorPages.length === 0) return undefined;
  request.hasErrorPage = !recursiveErrorPages;
  const page = errorPages.find((each) => each.status === status);
  if (!page) return undefined;
  const { overwrite, line } = page;
  if (overwrite !== undefined) request.errorStatus = overwrite;
  const target = textOf(request, page.target);
  if (target.startsWith('@')) return { type: 'named', name: target };
  if (target.startsWith('/')) {
    if (request.method !== 'HEAD') request.method = 'GET';
    const [uri, args] = splitArgs(target);
    return { type: 'redirect', uri, args };
  }
  const redirect = overwrite !== undefined && REDIRECTS.has(overwrite) ? overwrite : 302;
  request.errorStatus = redirect;
  return { type: 'answer', status: redirect, location: target, line };
}
