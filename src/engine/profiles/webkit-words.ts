/**
 * What WebKit prints, byte for byte: Source/WebCore/loader/CrossOriginAccessControl.cpp and
 * Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp, observed in WebKitGTK 2.50.6. A reason, then a line with the URL.
 */

import type { ConsoleLine, RequestRecord } from '../contract';
import type { Failure } from '../fetching/failure';
import { currentUrl, type FetchParams } from '../fetching/fetch-params';
import { isSameOrigin } from '../infrastructure/origins';
import { isLoopback } from '../infrastructure/trustworthy';
import { isHttp, parseUrl, withoutCredentials, withoutFragment, type ParsedUrl } from '../infrastructure/urls';
import { elided } from './elided';
import type { Words } from './profile';
import { SILENT_WORDS } from './silent-words';

const APIS: Record<RequestRecord['initiator'], string> = {
  fetch: 'Fetch API',
  xhr: 'XMLHttpRequest',
  script: 'script',
  img: 'image',
  link: 'stylesheet',
  font: 'font',
  form: 'form',
  beacon: 'Beacon API',
  eventsource: 'EventSource',
  websocket: 'WebSocket',
  media: 'media',
};

export const WEBKIT_WORDS: Words = {
  ...SILENT_WORDS,
  failure: failureLines,
  upgraded: (url, page) => [
    {
      level: 'warn',
      text: `The page at ${elided(page)} requested insecure content from ${elided(url)}. This content was automatically upgraded and should be served over HTTPS.`,
    },
  ],
  rejection: { name: 'TypeError', message: 'Load failed' },
};

/** Schemes that an https page is not told to be insecure. */
const NOT_MIXED = new Set(['data', 'about', 'wss', 'resource']);

function failureLines(failure: Failure, params: FetchParams): ConsoleLine[] {
  const { environment } = params;
  const { record } = params.request;
  const { url, phase } = failure;
  switch (failure.reason) {
    case 'mixed-content':
      if (phase === 'redirect')
        return [insecure(url, withoutCredentials(url)), cannotLoad(params.request.urls.at(-2)?.href)];
      return [insecure(url, url.wire), ...notRequested()];
    case 'same-origin-mode-violation':
      if (phase === 'request') return [error(`Fetch API cannot load ${url.href}.`)];
      if (isLocal(url)) {
        return [error(`Not allowed to load local resource: ${url.href}`), cannotLoad(currentUrl(params.request).href)];
      }
      return [
        error(
          `Unsafe attempt to load URL ${withoutCredentials(url)} from origin ${environment.origin}. Domains, protocols and ports must match.`,
        ),
        isHttp(url) ? cannotLoad() : cannotLoad(currentUrl(params.request).href),
      ];
    case 'no-cors-redirect-mode':
      return [
        error('No-Cors mode requires follow redirect mode'),
        error('Not allowed to request resource'),
        cannotLoad(url.wire),
      ];
    case 'url-scheme-not-supported':
      return schemeRefused();
    case 'bad-port':
      return [
        error(
          `Not allowed to use restricted network port ${url.port ?? ''}: ${elided(phase === 'redirect' ? url.href : url.wire)}`,
        ),
      ];
    case 'invalid-request':
      return both('Reached maximum amount of queued data of 64Kb for keepalive requests');
    case 'aborted':
    case 'only-if-cached-miss':
    case 'opaque-response-blocking':
      return [];
    case 'nosniff': {
      if (record.destination === 'style') {
        const why = 'non CSS MIME types are not allowed in strict mode';
        return [error(`Did not parse stylesheet at '${url.href}' because ${why}.`)];
      }
      const type = 'its Content-Type is not a script MIME type';
      return [
        error(
          `Refused to execute ${url.href} as script because "X-Content-Type-Options: nosniff" was given and ${type}.`,
        ),
      ];
    }
    case 'websocket-refused': {
      const address = url.href.replace(/^http/, 'ws');
      return [error(`WebSocket connection to '${address}' failed: Unexpected response code: ${failure.status}`)];
    }
    case 'connection-closed':
      return phase === 'preflight' ? both('Connection terminated unexpectedly') : [];
    case 'connection-refused':
      return phase === 'preflight' ? both(`Could not connect to ${url.hostname}: Connection refused`) : [];
    case 'name-not-resolved':
      return phase === 'preflight' ? both(`Error resolving “${url.hostname}”: Name or service not known`) : [];
    case 'timeout':
      return phase === 'preflight' ? both('Socket I/O timed out') : [];
    case 'redirect-mode-error':
      return both(`Not allowed to follow a redirection while loading ${url.href}`);
    case 'integrity-mismatch': {
      const size = failure.size === 0 ? '(no content)' : failure.size;
      const length = `Content length: ${size}, Expected content length: ${failure.expectedSize}`;
      const what = 'Failed integrity metadata check.';
      // CachedResource::url() stays that of the request that was made, wherever redirects have led: measured.
      const at = withoutFragment(params.request.urls[0]!);
      return [error(`${what} ${at}. ${what} ${length}, Expected metadata: ${record.integrity}`), cannotLoad(at)];
    }
    case 'redirect-too-many':
      return both('Load cannot follow more than 20 redirections');
    case 'redirect-location-invalid':
    case 'redirect-scheme-not-supported':
      return redirectTarget();
    case 'redirect-url-has-credentials':
      return both(redirection(`redirection URL ${asGiven()} has credentials`));
    case 'allow-origin-missing':
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
      return check(originNotAllowed());
    case 'allow-origin-multiple-values':
      return check(
        failure.value?.includes(',')
          ? 'Access-Control-Allow-Origin cannot contain more than one origin.'
          : originNotAllowed(),
      );
    case 'allow-origin-wildcard-with-credentials':
      return check('Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.');
    case 'allow-credentials-not-true':
      return check('Credentials flag is true, but Access-Control-Allow-Credentials is not "true".');
    case 'preflight-redirect':
    case 'preflight-status-not-ok':
      return both(`Preflight response is not successful. Status code: ${failure.status}`);
    case 'allow-methods-invalid':
      return both(`Header Access-Control-Allow-Methods has an invalid value: ${failure.value ?? ''}`);
    case 'allow-headers-invalid':
      return both(`Header Access-Control-Allow-Headers has an invalid value: ${failure.value ?? ''}`);
    case 'method-not-allowed':
      return both(`Method ${failure.value ?? ''} is not allowed by Access-Control-Allow-Methods.`);
    case 'header-not-allowed':
      return both(`Request header field ${failure.value ?? ''} is not allowed by Access-Control-Allow-Headers.`);
    case 'cross-origin-resource-policy':
      return check(
        `Cancelled load to ${elided(url.href)} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
      );
  }

  /** Where the redirect leads, without the fragment that it inherits. */
  function asGiven(): string {
    return parseUrl(failure.location ?? '', url.href)?.href ?? '';
  }

  /** Only CORS requests are told that this is about CORS; what none of the checks stops fails without a word. */
  function schemeRefused(): ConsoleLine[] {
    const { scheme, href } = url;
    if (scheme === 'data') return [error(`${APIS[record.initiator]} cannot load ${href}.`)];
    if (scheme === 'blob' && !isLocal(url)) return [];
    if (record.mode !== 'no-cors') return both('Cross origin requests are only supported for HTTP.');
    const notRequested = [error('Not allowed to request resource'), cannotLoad(href)];
    if (isLocal(url)) return [error(`Not allowed to load local resource: ${href}`), ...notRequested];
    if (environment.clientUrl.scheme === 'https' && !NOT_MIXED.has(scheme)) return [insecure(url), ...notRequested];
    return scheme === 'ftp' ? both('FTP URLs are disabled') : [];
  }

  /** Only CORS requests are told that this is about CORS. */
  function redirectTarget(): ConsoleLine[] {
    const { target } = failure;
    const { tainting } = params.request;
    const noCorsScheme = 'not allowed to follow a cross-origin CORS redirection with non CORS scheme';
    if (tainting === 'cors' && failure.location === '') return [];
    if (target?.scheme === 'ftp') return both('FTP URLs are disabled');
    if (tainting === 'cors') return both(redirection(noCorsScheme));
    if (target === null) return [];
    if (isLocal(target)) return both(`Not allowed to load local resource: ${target.href}`);
    if (environment.clientUrl.scheme === 'https' && target.scheme !== 'blob' && !NOT_MIXED.has(target.scheme)) {
      return [insecure(target), cannotLoad()];
    }
    if (target.scheme !== 'blob' && record.mode !== 'no-cors') return both(redirection(noCorsScheme));
    const what = 'Redirection to URL with a scheme that is not HTTP(S)';
    return [error(record.initiator === 'xhr' ? what : `${what}.`), cannotLoad(target.href)];
  }

  /** SecurityOrigin::canDisplay */
  function isLocal(target: ParsedUrl): boolean {
    return target.scheme === 'file' || (target.scheme === 'blob' && !isSameOrigin(environment.origin, target));
  }

  /** Elements do not say what came of it. */
  function notRequested(): ConsoleLine[] {
    const why = 'Not allowed to request resource';
    switch (record.initiator) {
      case 'script':
      case 'link':
      case 'font':
      case 'img':
        return [];
      case 'beacon':
        return [error(`Beacon API cannot load ${url.wire}. ${why}`)];
      default:
        return [error(why), cannotLoad(url.wire)];
    }
  }

  /** MixedContentChecker.cpp leaves out the end where the host is a loopback name. */
  function insecure({ hostname, href }: ParsedUrl, content = href): ConsoleLine {
    const what = `The page at ${elided(environment.client.url)} requested insecure content from ${elided(content)}`;
    const end = isLoopback(hostname) ? '' : ' be served over HTTPS.';
    return { level: 'warn', text: `[blocked] ${what}. This content was blocked and must${end}` };
  }

  function check(reason: string): ConsoleLine[] {
    return both(phase === 'redirect' && failure.location ? redirection(reason) : reason);
  }

  function originNotAllowed(): string {
    return `Origin ${failure.origin} is not allowed by Access-Control-Allow-Origin. Status code: ${failure.status}`;
  }

  function redirection(reason: string): string {
    const to = failure.target ? withoutCredentials(failure.target) : (failure.location ?? '');
    return `Cross-origin redirection to ${to} denied by Cross-Origin Resource Sharing policy: ${reason}`;
  }

  function both(reason: string): ConsoleLine[] {
    if (record.module || ['link', 'media', 'font'].includes(record.initiator)) {
      return record.initiator === 'font' ? [] : [error(reason)];
    }
    switch (record.initiator) {
      case 'script':
        return [error(reason), error('Cross-origin script load denied by Cross-Origin Resource Sharing policy.')];
      case 'img':
        return [
          error(reason),
          error(`Cannot load image ${params.request.urls[0]?.href ?? ''} due to access control checks.`),
        ];
      case 'beacon':
        return [error(reason), error(`Beacon API cannot load ${url.href}. ${reason}`)];
      default:
        return [error(reason), cannotLoad()];
    }
  }

  /** The line that names the URL, as each kind of request has it. */
  function cannotLoad(at = withoutCredentials(url)): ConsoleLine {
    return error(`${APIS[record.initiator]} cannot load ${at} due to access control checks.`);
  }
}

function error(text: string): ConsoleLine {
  return { level: 'error', text };
}
