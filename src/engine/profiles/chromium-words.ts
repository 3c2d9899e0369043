/**
 * What Chromium prints, byte for byte: services/network/public/cpp/cors and
 * third_party/blink/renderer/platform/loader/cors/cors_error_string.cc, and lines observed in version 156.
 */

import type { ConsoleLine, RequestRecord } from '../contract';
import type { Failure } from '../fetching/failure';
import { isUnsafeScheme } from '../fetching/redirect-locations';
import type { FetchParams } from '../fetching/fetch-params';
import { isSameOrigin } from '../infrastructure/origins';
import { withoutFragment, type ParsedUrl } from '../infrastructure/urls';
import { elided } from './elided';
import { chromiumIntegrityLines } from './integrity-words';
import type { Words } from './profile';

/** https://source.chromium.org Resource::ResourceTypeToString, lower-cased unless it is an abbreviation. */
const KINDS: Record<RequestRecord['initiator'], string> = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  script: 'script',
  img: 'image',
  link: 'CSS stylesheet',
  font: 'font',
  form: 'resource',
  beacon: 'resource',
  eventsource: 'resource',
  websocket: 'resource',
  media: 'video',
};

/** What mixed content is; left out: a resource. */
const INSECURE: Partial<Record<RequestRecord['initiator'], string>> = {
  xhr: 'XMLHttpRequest endpoint',
  script: 'script',
  link: 'stylesheet',
  font: 'font',
  beacon: 'Beacon endpoint',
  eventsource: 'EventSource endpoint',
};

const ONLY_SCHEMES =
  'Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.';

export const CHROMIUM_WORDS: Words = {
  longestLine: Infinity,
  failure: failureLines,
  rejection: { name: 'TypeError', message: 'Failed to fetch' },
  response: ({ status, statusText }) =>
    status >= 400
      ? [error(`Failed to load resource: the server responded with a status of ${status} (${statusText})`)]
      : [],
  referrerPolicyIgnored: () => [],
  referrerCut: () => [],
  authorizationUnderWildcard: () => [],
  upgraded: (url, page) => [
    {
      level: 'warn',
      text: `Mixed Content: The page at '${elided(page)}' was loaded over HTTPS, but requested an insecure element '${elided(url)}'. This request was automatically upgraded to HTTPS, For more information see https://blog.chromium.org/2019/10/no-more-mixed-messages-about-https.html`,
    },
  ],
  integrityRead: chromiumIntegrityLines,
  cookieStored: () => [],
  cookieUnreadable: () => [],
  cookieOddity: () => [],
  cookieOmitted: () => [],
  cookieRefused: () => [],
};

function failureLines(failure: Failure, params: FetchParams): ConsoleLine[] {
  const { record } = params.request;
  const { environment } = params;
  const { url, phase } = failure;
  switch (failure.reason) {
    case 'mixed-content': {
      const what = INSECURE[record.initiator] ?? 'resource';
      const page = elided(environment.client.url);
      const content = elided(phase === 'redirect' ? url.href : withoutFragment(url));
      const line = `Mixed Content: The page at '${page}' was loaded over HTTPS, but requested an insecure ${what} '${content}'. This request has been blocked; the content must be served over HTTPS.`;
      return [error(line)];
    }
    case 'same-origin-mode-violation':
      if (phase === 'redirect') {
        const line = `Unsafe attempt to load URL ${url.href} from frame with URL ${environment.client.url}. Domains, protocols and ports must match.\n`;
        return [error(line)];
      }
      return [
        error(
          `Fetch API cannot load ${elided(url.href)}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${environment.origin}.`,
        ),
      ];
    case 'no-cors-redirect-mode':
      return [
        error(
          `Fetch API cannot load ${elided(url.href)}. Request mode is "no-cors" but the redirect mode is not "follow".`,
        ),
      ];
    case 'url-scheme-not-supported':
      return schemeRefused();
    case 'invalid-request':
    case 'aborted':
    case 'opaque-response-blocking':
      return [];
    case 'redirect-mode-error':
      return [failedToLoad('net::ERR_FAILED')];
    case 'integrity-mismatch':
      return [
        error(
          failure.value === null
            ? `Subresource Integrity: The resource '${url.href}' has an integrity attribute, but the response is not eligible for integrity validation.`
            : `Failed to find a valid digest in the 'integrity' attribute for resource '${url.href}' with computed ${failure.item.replace('sha', 'SHA-')} integrity '${failure.value}'. The resource has been blocked.`,
        ),
        error(`Fetch API cannot load ${params.request.urls[0]?.href ?? ''}. SRI's integrity checks failed.`),
      ];
    case 'bad-port':
      return [failedToLoad('net::ERR_UNSAFE_PORT')];
    case 'only-if-cached-miss':
      return [failedToLoad('net::ERR_CACHE_MISS')];
    case 'connection-closed':
      if (record.mode === 'websocket') {
        return [error(webSocketFailed(url, 'Connection closed before receiving a handshake response'))];
      }
      return [failedToLoad('net::ERR_EMPTY_RESPONSE')];
    case 'connection-refused':
      if (record.mode === 'websocket') {
        return [error(webSocketFailed(url, 'Error in connection establishment: net::ERR_CONNECTION_REFUSED'))];
      }
      return [failedToLoad('net::ERR_CONNECTION_REFUSED')];
    case 'name-not-resolved':
      return [failedToLoad('net::ERR_NAME_NOT_RESOLVED')];
    case 'timeout':
      return [failedToLoad('net::ERR_TIMED_OUT')];
    case 'redirect-location-invalid':
      return [
        failedToLoad(failure.target ? 'net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION' : 'net::ERR_INVALID_REDIRECT'),
      ];
    case 'redirect-too-many':
      return [failedToLoad('net::ERR_TOO_MANY_REDIRECTS')];
    case 'nosniff': {
      const as = record.destination === 'style' ? styleRefused : scriptRefused;
      return [error(as(url.href, failure.value ?? ''))];
    }
    case 'websocket-refused':
      return [
        error(webSocketFailed(url, `Error during WebSocket handshake: Unexpected response code: ${failure.status}`)),
      ];
    case 'cross-origin-resource-policy':
      return [
        failedToLoad(`net::ERR_BLOCKED_BY_RESPONSE.${failure.value === 'same-site' ? 'NotSameSite' : 'NotSameOrigin'}`),
      ];
    case 'redirect-scheme-not-supported':
      if (failure.target && isUnsafeScheme(failure.target)) return [failedToLoad('net::ERR_UNSAFE_REDIRECT')];
      if (record.mode !== 'cors') return [failedToLoad('net::ERR_UNKNOWN_URL_SCHEME')];
      return blocked(ONLY_SCHEMES, failure.target?.href ?? url.href);
    case 'redirect-url-has-credentials':
      if (!isAboutCors()) return [];
      return blocked(
        "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
      );
    case 'allow-origin-missing':
      return access("No 'Access-Control-Allow-Origin' header is present on the requested resource.");
    case 'allow-origin-wildcard-with-credentials':
      return access(
        `The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.${xhrHint(record)}`,
      );
    case 'allow-origin-multiple-values':
      return access(
        `The 'Access-Control-Allow-Origin' header contains multiple values '${hint(failure)}', but only one is allowed.${fetchHint(record)}`,
      );
    case 'allow-origin-invalid':
      return access(
        `The 'Access-Control-Allow-Origin' header contains the invalid value '${hint(failure)}'.${fetchHint(record)}`,
      );
    case 'allow-origin-mismatch':
      return access(
        `The 'Access-Control-Allow-Origin' header has a value '${hint(failure)}' that is not equal to the supplied origin.${fetchHint(record)}`,
      );
    case 'allow-credentials-not-true':
      return access(
        `The value of the 'Access-Control-Allow-Credentials' header in the response is '${hint(failure)}' which must be 'true' when the request's credentials mode is 'include'.${xhrHint(record)}`,
      );
    case 'preflight-redirect':
      return access('Redirect is not allowed for a preflight request.');
    case 'preflight-status-not-ok':
      return access('It does not have HTTP ok status.');
    case 'allow-methods-invalid':
      return blocked('Cannot parse Access-Control-Allow-Methods response header field in preflight response.');
    case 'allow-headers-invalid':
      return blocked('Cannot parse Access-Control-Allow-Headers response header field in preflight response.');
    case 'method-not-allowed':
      return blocked(`Method ${failure.value} is not allowed by Access-Control-Allow-Methods in preflight response.`);
    case 'header-not-allowed':
      return blocked(
        `Request header field ${failure.value} is not allowed by Access-Control-Allow-Headers in preflight response.`,
      );
  }

  /** A redirect within the page's origin is no matter of CORS, nor is one that asks without it. */
  function isAboutCors(): boolean {
    if (params.request.tainting === 'cors') return true;
    return record.mode === 'cors' && !(failure.target && isSameOrigin(environment.origin, failure.target));
  }

  /** fetch() looks at the scheme itself; XMLHttpRequest leaves it to the loader, but for blobs, of which it only GETs. */
  function schemeRefused(): ConsoleLine[] {
    const xhr = record.initiator === 'xhr';
    const local = [error(`Not allowed to load local resource: ${url.href}`)];
    switch (url.scheme) {
      case 'file':
        return local;
      case 'data':
        return [failedToLoad('net::ERR_INVALID_URL')];
      case 'chrome-extension':
        return [failedToLoad('net::ERR_BLOCKED_BY_CLIENT')];
      case 'blob':
        if (xhr && record.method !== 'GET') return [];
        if (isSameOrigin(environment.origin, url)) return [failedToLoad('net::ERR_FILE_NOT_FOUND')];
        if (xhr || record.mode === 'no-cors') return local;
    }
    if (!xhr) return [error(`Fetch API cannot load ${elided(url.href)}. URL scheme "${url.scheme}" is not supported.`)];
    return url.scheme === 'ftp' ? [error('FTP is not supported.')] : blocked(ONLY_SCHEMES);
  }

  function access(body: string): ConsoleLine[] {
    return blocked(
      phase === 'preflight' ? `Response to preflight request doesn't pass access control check: ${body}` : body,
    );
  }

  function blocked(body: string, at = url.href): ConsoleLine[] {
    const first = params.request.urls[0];
    const from = first && first.href !== at ? ` (redirected from '${first.href}')` : '';
    const line = `Access to ${KINDS[record.initiator]} at '${at}'${from} from origin '${environment.origin}' has been blocked by CORS policy: ${body}`;
    return [error(line), failedToLoad('net::ERR_FAILED')];
  }
}

function scriptRefused(url: string, type: string): string {
  return `Refused to execute script from '${url}' because its MIME type ('${type}') is not executable, and strict MIME type checking is enabled.`;
}

function styleRefused(url: string, type: string): string {
  return `Refused to apply style from '${url}' because its MIME type ('${type}') is not a supported stylesheet MIME type, and strict MIME checking is enabled.`;
}

function webSocketFailed(url: ParsedUrl, why: string): string {
  return `WebSocket connection to '${url.href.replace(/^http/, 'ws')}' failed: ${why}`;
}

function fetchHint(record: RequestRecord): string {
  return record.initiator === 'fetch' ? ' Have the server send the header with a valid value.' : '';
}

function xhrHint(record: RequestRecord): string {
  return record.initiator === 'xhr'
    ? ' The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.'
    : '';
}

/** Each byte that is not printable ASCII is written as an escape. */
function hint(failure: Failure): string {
  return (failure.value ?? '').replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

function failedToLoad(what: string): ConsoleLine {
  return error(`Failed to load resource: ${what}`);
}

function error(text: string): ConsoleLine {
  return { level: 'error', text };
}
