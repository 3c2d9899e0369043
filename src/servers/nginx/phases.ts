import { checkAccess } from './access';
import { chooseLocation } from './choose';
import type { LocationBlock } from './config/config';
import type { Value } from './config/values';
import { encodedPath, splitArgs, type NginxRequest } from './request';
import { runCodes } from './rewrite';
import type { Step } from './steps';
import { hostAskedFor, nameOf, portOf, SERVER_ADDRESS, textOf } from './variables';

const CYCLE = 'rewrite or internal redirection cycle';

/** From the server's own rewriting to the content, or to where something else decides. */
export function fromTheServer(request: NginxRequest): Step {
  request.place = request.server.place;
  return runCodes(request.server.place.codes, request) ?? findLocation(request);
}

function findLocation(request: NginxRequest): Step {
  for (;;) {
    request.isChanged = false;
    request.isOfLocation = true;
    request.place = request.server.place;
    request.handler = undefined;
    const chosen = chooseLocation(request.server.locations, request);
    if (chosen && 'slashed' in chosen) {
      request.place = chosen.slashed.place;
      const query = request.args === '' ? '' : `?${request.args}`;
      return { type: 'status', status: 301, location: encodedPath(chosen.slashed.name) + query };
    }
    if (chosen?.location.place.isInternal && !request.isInternal) return { type: 'status', status: 404 };
    if (chosen) enter(chosen.location, request);
    const tooLarge = checkSize(request);
    if (tooLarge) return tooLarge;
    // Those of the server ran already.
    const step = chosen && runCodes(request.place.codes, request);
    if (step) return step;
    if (!request.isChanged) return fromAccess(request);
    if (!request.countChange()) return { type: 'status', status: 500, why: CYCLE };
  }
}

/** A named location is gone to directly, with path and method as they are. */
export function fromNamed(name: string, request: NginxRequest): Step {
  if (!request.countChange()) return { type: 'status', status: 500, why: CYCLE };
  if (request.uri === '') {
    return { type: 'status', status: 500, why: `empty URI in redirect to named location "${name}"` };
  }
  const location = request.server.locations.find((each) => each.kind === 'named' && each.name === name);
  if (!location) return { type: 'status', status: 500, why: `could not find named location "${name}"` };
  request.isInternal = true;
  request.isChanged = false;
  request.handler = undefined;
  enter(location, request);
  const step = runCodes(request.place.codes, request);
  if (step) return step;
  if (!request.isChanged) return fromAccess(request);
  return request.countChange() ? findLocation(request) : { type: 'status', status: 500, why: CYCLE };
}

/** Another path, from inside. */
export function fromInside(uri: string, args: string, request: NginxRequest): Step {
  if (!request.countChange()) return { type: 'status', status: 500, why: CYCLE };
  request.takeUri(uri, args);
  return fromTheServer(request);
}

function enter({ place }: LocationBlock, request: NginxRequest): void {
  const { limitExcept } = place;
  request.place = limitExcept && !limitExcept.methods.has(request.method) ? limitExcept.place : place;
  request.handler = request.place.proxyPass || place.proxyPass ? place : undefined;
  if (request.place.proxyPass) request.handler = request.place;
}

function checkSize(request: NginxRequest): Step | undefined {
  const { maxBodySize } = request.place.settings;
  const size = request.http.body?.length ?? 0;
  if (request.isInternal || maxBodySize === 0 || size <= maxBodySize) return undefined;
  const why = `client intended to send too large body: ${size} bytes`;
  return { type: 'status', status: 413, why };
}

function fromAccess(request: NginxRequest): Step {
  return checkAccess(request) ?? tryFiles(request) ?? content(request);
}

/** There are no files, and no folder but the root itself. */
function tryFiles(request: NginxRequest): Step | undefined {
  const { tryFiles: files } = request.place;
  if (!files) return undefined;
  const findsRoot = files.targets
    .slice(0, -1)
    .some((target) => isFolder(target) && /^\/+$/.test(textOf(request, target)));
  if (findsRoot) return undefined;
  const fallback = textOf(request, files.targets.at(-1)!);
  const { line } = files;
  if (/^=\d+$/.test(fallback)) return { type: 'status', status: Number(fallback.slice(1)), line };
  if (fallback.startsWith('@')) return { type: 'named', name: fallback };
  const [uri, args] = splitArgs(fallback);
  return { type: 'redirect', uri, args };
}

/** A slash at its end makes it a question for a folder. */
function isFolder(target: Value): boolean {
  const last = target.at(-1);
  return typeof last === 'string' && last.endsWith('/');
}

/** What a server without files says: nothing is there, it lists no folder, and files take no other methods. */
function content(request: NginxRequest): Step {
  if (request.handler) return { type: 'proxy', place: request.handler };
  const isOfFiles = ['GET', 'HEAD', 'POST'].includes(request.method);
  if (request.uri.endsWith('/')) return { type: 'status', status: isOfFiles && request.uri !== '/' ? 404 : 403 };
  return { type: 'status', status: isOfFiles ? 404 : 405 };
}

/** As nginx writes addresses of its own: with the host that was asked for. */
export function absoluteLocation(location: string, request: NginxRequest): string {
  const { settings } = request.place;
  if (!location.startsWith('/') || !settings.absoluteRedirect) return location;
  const url = new URL(request.http.url);
  const host = settings.serverNameInRedirect ? nameOf(request) : hostAskedFor(request) || SERVER_ADDRESS;
  const port = portOf(url);
  const isUsual = port === (url.protocol === 'https:' ? '443' : '80');
  return `${url.protocol}//${host}${isUsual || !settings.portInRedirect ? '' : `:${port}`}${location}`;
}
