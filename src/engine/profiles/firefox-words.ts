/**
 * What Firefox prints, byte for byte: dom/locales/en-US/chrome/security/security.properties, and which lines it prints for
 * what, observed in 153 ESR. The keys of the properties file are the names of the functions.
 */

import type { ConsoleLine } from '../contract';
import type { Failure } from '../fetching/failure';
import type { ActiveRequest, FetchParams } from '../fetching/fetch-params';
import { decodeUtf8Lossy, percentDecode } from '../infrastructure/bytes';
import { isSameOrigin } from '../infrastructure/origins';
import { firefoxElementLines, firefoxResponseLines, mistyped } from './firefox-element-words';
import { FIREFOX_COOKIE_WORDS } from './firefox-cookie-words';
import { includesCredentials, withoutFragment, type ParsedUrl } from '../infrastructure/urls';
import { firefoxXmlLines } from './firefox-xml-words';
import { firefoxIntegrityLines } from './integrity-words';
import type { Words } from './profile';

export const FIREFOX_WORDS: Words = {
  longestLine: 1000,
  failure: (failure, params) => [...failureLines(failure, params), ...firefoxElementLines(failure, params)],
  rejection: { name: 'TypeError', message: 'NetworkError when attempting to fetch resource.' },
  response: (response, params) =>
    params.request.record.initiator === 'xhr'
      ? firefoxXmlLines(response, params.request)
      : firefoxResponseLines(response, params),
  referrerPolicyIgnored: (policy, url) => [
    {
      level: 'info',
      text: `Referrer Policy: Ignoring the less restricted referrer policy “${policy}” for the cross-site request: ${url}`,
    },
  ],
  referrerCut: (origin) => [
    {
      level: 'info',
      text: `HTTP Referrer header: Length is over “4096” bytes limit - stripping referrer header down to origin: “${origin}”`,
    },
  ],
  authorizationUnderWildcard: (url) => [
    {
      level: 'warn',
      text: `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`,
    },
  ],
  upgraded: (url) => [
    { level: 'warn', text: `Mixed Content: Upgrading insecure display request ‘${url}’ to use ‘https’` },
  ],
  integrityRead: firefoxIntegrityLines,
  ...FIREFOX_COOKIE_WORDS,
};

function failureLines(failure: Failure, params: FetchParams): ConsoleLine[] {
  const { environment } = params;
  const url = failure.url.href.replace(/#$/, '');
  const { status, phase } = failure;
  const value = decodeUtf8Lossy(failure.value ?? '');
  const item = decodeUtf8Lossy(failure.item);
  switch (failure.reason) {
    case 'mixed-content':
      return [...mixedContent(), ...didNotSucceedAfterRedirect()];
    case 'same-origin-mode-violation':
      return ['javascript', 'ws', 'wss'].includes(failure.url.scheme)
        ? []
        : [error(`Security Error: Content at ${contentPrincipal()} may not load data from ${url}.`)];
    case 'bad-port':
      return didNotSucceedAfterRedirect();
    case 'invalid-request':
    case 'aborted':
    case 'no-cors-redirect-mode':
    case 'only-if-cached-miss':
    case 'redirect-mode-error':
      return [];
    case 'integrity-mismatch':
      return integrityLines(params.request, failure);
    case 'url-scheme-not-supported':
      return schemeRefused();
    case 'websocket-refused':
      return [];
    case 'nosniff':
      return [
        error(
          `The resource from “${url}” was blocked due to MIME type (“${value}”) mismatch (X-Content-Type-Options: nosniff).`,
        ),
      ];
    case 'connection-closed':
    case 'connection-refused':
    case 'name-not-resolved':
    case 'timeout':
      if (params.request.tainting !== 'cors') return [];
      // after a preflight, PUT alone is tried again until its headers stand there twice
      if (phase !== 'preflight' && params.request.preflighted === 'asked' && params.request.method === 'PUT') {
        return [blocked('Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed')];
      }
      return preflightLines(didNotSucceed());
    case 'redirect-location-invalid':
    case 'redirect-too-many':
    case 'redirect-url-has-credentials':
      return leadsToCors() ? [didNotSucceed()] : [];
    case 'redirect-scheme-not-supported':
      return redirectScheme();
    case 'allow-origin-missing':
      return checkLines(blocked(`CORS header ‘Access-Control-Allow-Origin’ missing`, String(status)));
    case 'allow-origin-wildcard-with-credentials':
      return checkLines(
        error(
          `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘${url}’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).`,
        ),
      );
    case 'allow-origin-multiple-values':
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
      return checkLines(
        failure.lines > 1
          ? blocked('Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed')
          : blocked(`CORS header ‘Access-Control-Allow-Origin’ does not match ‘${value}’`),
      );
    case 'allow-credentials-not-true':
      return checkLines(blocked('expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’'));
    case 'preflight-redirect':
      return preflightRedirect();
    case 'preflight-status-not-ok':
      return preflightLines(blocked('CORS preflight response did not succeed', String(status)));
    case 'allow-methods-invalid':
      return preflightLines(blocked(`invalid token ‘${item}’ in CORS header ‘Access-Control-Allow-Methods’`));
    case 'allow-headers-invalid':
      return preflightLines(blocked(`invalid token ‘${item}’ in CORS header ‘Access-Control-Allow-Headers’`));
    case 'method-not-allowed':
      return preflightLines(blocked('Did not find method in CORS header ‘Access-Control-Allow-Methods’'));
    case 'header-not-allowed':
      return preflightLines(
        blocked(
          `header ‘${value}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`,
        ),
      );
    case 'cross-origin-resource-policy':
      return [
        error(
          `The resource at “${url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`,
        ),
      ];
    case 'opaque-response-blocking':
      return [
        ...mistypedScript(failure, params),
        warning(`The resource at “${url}” was blocked by OpaqueResponseBlocking. Reason: “${failure.item}”.`),
        warning('A resource is blocked by OpaqueResponseBlocking, please check browser console for details.'),
      ];
  }

  function blocked(reason: string, statusCode?: string, at = url): ConsoleLine {
    const tail = statusCode === undefined ? '' : ` Status code: ${statusCode}.`;
    return error(
      `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${at}. (Reason: ${reason}).${tail}`,
    );
  }

  /** Of a blob XMLHttpRequest makes nothing but GET; a page's own that is gone is no matter of security. */
  function schemeRefused(): ConsoleLine[] {
    const { record } = params.request;
    switch (failure.url.scheme) {
      case 'data':
      case 'ws':
      case 'wss':
        return [];
      case 'file':
        return [error(`Security Error: Content at ${contentPrincipal()} may not load or link to ${url}.`)];
      case 'blob':
        return isSameOrigin(environment.origin, failure.url) || (record.initiator === 'xhr' && record.method !== 'GET')
          ? []
          : [error(`Security Error: Content at ${contentPrincipal()} may not load data from ${url}.`)];
      default:
        return record.mode === 'no-cors' ? [] : [blocked('CORS request not http')];
    }
  }

  /** The status is never given to this line, so that it says `(null)`. */
  function didNotSucceed(): ConsoleLine {
    return blocked('CORS request did not succeed', '(null)');
  }

  /** Whatever a preflight fails of, the channel then fails, too. */
  function preflightLines(...lines: ConsoleLine[]): ConsoleLine[] {
    return phase === 'preflight' ? [...lines, didNotSucceed()] : lines;
  }

  /** An answer that fails the CORS check. A redirect cancels the channel, and a redirected preflight does so twice. */
  function checkLines(line: ConsoleLine): ConsoleLine[] {
    const isRedirect = status >= 300 && status <= 399 && failure.location !== null;
    if (phase === 'redirect') {
      return isRedirect && params.request.record.redirect === 'follow' ? [line, didNotSucceed()] : [line];
    }
    return isRedirect && phase === 'preflight' ? [line, didNotSucceed(), didNotSucceed()] : preflightLines(line);
  }

  /** The request is a CORS request, or the refused redirect would have made it one. */
  function leadsToCors(): boolean {
    const { request } = params;
    if (request.tainting === 'cors') return true;
    const { target } = failure;
    return request.record.mode === 'cors' && target !== null && !isSameOrigin(environment.origin, target);
  }

  /** A redirect that is not to be followed is an answer like another; one to a URL with a password is no answer. */
  function preflightRedirect(): ConsoleLine[] {
    const notOk = blocked('CORS preflight response did not succeed', String(status));
    if (params.request.record.redirect !== 'follow') return preflightLines(notOk);
    if (failure.target && includesCredentials(failure.target)) return preflightLines(didNotSucceed());
    return preflightLines(blocked('CORS request external redirect not allowed'), notOk);
  }

  function redirectScheme(): ConsoleLine[] {
    const then = params.request.tainting === 'cors' ? [didNotSucceed()] : [];
    const to = failure.target?.href ?? '';
    switch (failure.target?.scheme) {
      case 'data':
        return [
          {
            level: 'warn',
            text: `Redirecting to data: URI not allowed (Blocked loading of: “${shown(withoutFragment(failure.target))}”)`,
          },
          ...then,
        ];
      case 'blob':
      case 'file':
        return [...mayNotLoad(failure.target), ...then];
      case 'javascript':
      case 'ws':
      case 'wss':
        return then;
      default:
        return params.request.record.mode === 'cors'
          ? [blocked('CORS request not http', undefined, to), ...then]
          : then;
    }
  }

  /** CheckLoadURI, of whom a redirect leads: the page, and who redirects it, in the order of the API. */
  function mayNotLoad(target: ParsedUrl): ConsoleLine[] {
    const { mode, initiator } = params.request.record;
    const page = { name: contentPrincipal(), may: isSameOrigin(environment.origin, target) };
    const redirecting = { name: url, may: target.origin === failure.url.origin };
    const asked = initiator === 'xhr' ? [page] : mode === 'cors' ? [redirecting, page] : [page, redirecting];
    const refused = asked.find(({ may }) => !may);
    if (refused) {
      const what = target.scheme === 'file' ? 'load or link to' : 'load data from';
      return [error(`Security Error: Content at ${refused.name} may not ${what} ${target.href}.`)];
    }
    return initiator === 'xhr' && params.request.tainting === 'cors'
      ? [blocked('CORS request not http', undefined, target.href)]
      : [];
  }

  /** Who looks after a request that may outlive its page knows of no console (153.8 ESR). */
  function mixedContent(): ConsoleLine[] {
    const { keepalive, initiator } = params.request.record;
    return keepalive && initiator !== 'beacon' ? [] : [error(`Blocked loading mixed active content “${url}”`)];
  }

  function didNotSucceedAfterRedirect(): ConsoleLine[] {
    const from = params.request.urls.findLast((candidate) => candidate !== failure.url);
    const cors = leadsToCors() || (failure.reason === 'bad-port' && params.request.record.mode === 'cors');
    if (phase !== 'redirect' || !from || !cors) return [];
    return [blocked('CORS request did not succeed', '(null)', from.href)];
  }

  /** Firefox names an opaque origin by a random number; here it is always the same. */
  function contentPrincipal(): string {
    return environment.origin === 'null'
      ? `moz-nullprincipal:{00000000-0000-4000-8000-000000000000}?${environment.clientUrl.origin}`
      : environment.client.url;
  }
}

/** As nsContentSecurityManager::AllowInsecureRedirectToDataURI shows it. */
function shown(url: string): string {
  return decodeUtf8Lossy(percentDecode(url.length > 50 ? `${url.slice(0, 50)}...` : url));
}

/** Base64 characters of each digest. */
const DIGEST_LENGTHS: Record<string, number> = { sha256: 44, sha384: 64, sha512: 88 };

function integrityLines({ record, urls }: ActiveRequest, { item, value }: Failure): ConsoleLine[] {
  const url = urls[0]?.href ?? '';
  if (value === null) {
    return [error(`“${url}” is not eligible for integrity checks since it’s neither CORS-enabled nor same-origin.`)];
  }
  const given = record.integrity.split(/\s+/).filter((metadata) => metadata.startsWith(`${item}-`));
  const bad = given.flatMap((metadata) => {
    const hash = metadata.slice(item.length + 1).split('?')[0] ?? '';
    if (hash.replace(/=+$/, '').length % 4 === 1) return ['could not be decoded'];
    return hash.padEnd(Math.ceil(hash.length / 4) * 4, '=').length === DIGEST_LENGTHS[item]
      ? []
      : ['has the wrong length'];
  });
  const hashes = `None of the “${item}” hashes in the integrity attribute match the content of the subresource at “${url}”.`;
  return [
    ...bad.map((what) => error(`The hash contained in the integrity attribute ${what}.`)),
    error(`${hashes} The computed hash is “${value}”.`),
  ];
}

/** The script would have been run all the same. */
function mistypedScript({ status, value, item }: Failure, params: FetchParams): ConsoleLine[] {
  return item === 'Javascript validation failed' ? mistyped(status, value ?? '', params) : [];
}

function warning(text: string): ConsoleLine {
  return { level: 'warn', text };
}

function error(text: string): ConsoleLine {
  return { level: 'error', text };
}
