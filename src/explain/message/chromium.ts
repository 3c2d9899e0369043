/** What Chromium’s lines consist of: the templates of the engine’s chromium-words.ts, with what each piece means. */

import type { Sentence } from '../sentence';
import { say } from '../sentence';
import * as means from './meanings';
import { type Piece, type Template, maybe, piece, template } from './template';

const ORIGIN = 'Access-Control-Allow-Origin';
const CREDENTIALS = 'Access-Control-Allow-Credentials';
const METHODS = 'Access-Control-Allow-Methods';
const HEADERS = 'Access-Control-Allow-Headers';

const head: readonly Piece[] = [
  piece('Access to {} ', means.asker),
  piece("at '{}' ", means.address),
  maybe("(redirected from '{}') ", means.redirectedFrom),
  piece("from origin '{}' ", means.pageOrigin),
  piece('has been blocked by CORS policy: ', means.blockedByPolicy),
  maybe("Response to preflight request doesn't pass access control check: ", means.inPreflight),
];
const advice = maybe(' Have the server send the header with a valid value.', means.sendValidValue);
const ifXhr = maybe(
  ' The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.',
  means.withCredentialsHint,
);

const BODIES: readonly (readonly Piece[])[] = [
  [piece(`No '${ORIGIN}' header is present on the requested resource.`, means.missingOrigin)],
  [
    piece(`The value of the '${ORIGIN}' header in the response `, means.headerName(ORIGIN)),
    piece("must not be the wildcard '*' ", means.wildcard),
    piece("when the request's credentials mode is 'include'.", means.credentialsMode),
    ifXhr,
  ],
  [
    piece(`The '${ORIGIN}' header contains multiple values `, means.headerName(ORIGIN)),
    piece("'{}', ", means.foundOrigin),
    piece('but only one is allowed.', means.onlyOne),
    advice,
  ],
  [
    piece(`The '${ORIGIN}' header contains the invalid value `, means.headerName(ORIGIN)),
    piece("'{}'.", means.invalidOrigin),
    advice,
  ],
  [
    piece(`The '${ORIGIN}' header has a value `, means.headerName(ORIGIN)),
    piece("'{}' ", means.foundOrigin),
    piece('that is not equal to the supplied origin.', means.notEqual),
    advice,
  ],
  [
    piece(`The value of the '${CREDENTIALS}' header in the response `, means.headerName(CREDENTIALS)),
    piece("is '{}' ", means.foundCredentials),
    piece("which must be 'true' ", means.mustBeTrue),
    piece("when the request's credentials mode is 'include'.", means.credentialsMode),
    ifXhr,
  ],
  [piece('It does not have HTTP ok status.', means.statusNotOk)],
  [piece('Redirect is not allowed for a preflight request.', means.noPreflightRedirect)],
  [piece(`Cannot parse ${METHODS} response header field in preflight response.`, means.unreadableList(METHODS))],
  [piece(`Cannot parse ${HEADERS} response header field in preflight response.`, means.unreadableList(HEADERS))],
  [
    piece('Method {} is not allowed ', means.methodRefused),
    piece(`by ${METHODS} in preflight response.`, means.notListed(METHODS)),
  ],
  [
    piece('Request header field {} is not allowed ', means.headerRefused),
    piece(`by ${HEADERS} in preflight response.`, means.notListed(HEADERS)),
  ],
  [
    piece("Redirect location '{}' ", () => ['Where the redirect leads. Chromium leaves this place empty.']),
    piece('contains a username and password, which is disallowed for cross-origin requests.', () => [
      'A redirect to another origin may not carry a name or a password in its address.',
    ]),
  ],
  [
    piece('Cross origin requests are only supported for protocol schemes: ', () => [
      'This scheme cannot be asked across origins.',
    ]),
    piece('{}.', () => ['The schemes that this build of Chromium knows. For a web server only http and https count.']),
  ],
];

/** Chromium’s own names of network errors. */
const NETWORK_ERRORS: Record<string, string> = {
  'net::ERR_FAILED': 'The network’s own word for “something forbade it”. The line before says what.',
  'net::ERR_UNSAFE_PORT': 'The port is on the list of ports that browsers do not talk to.',
  'net::ERR_CACHE_MISS': 'The cache has no such answer, and the request may not use the network.',
  'net::ERR_EMPTY_RESPONSE': 'The server closed the connection without an answer. This is not CORS.',
  'net::ERR_CONNECTION_REFUSED': 'Nothing listens at that address: no server, or another port. This is not CORS.',
  'net::ERR_NAME_NOT_RESOLVED': 'No server is known by that name. This is not CORS.',
  'net::ERR_TIMED_OUT': 'No answer came in time. This is not CORS.',
  'net::ERR_INVALID_REDIRECT': 'The redirect leads to something that is no address.',
  'net::ERR_TOO_MANY_REDIRECTS': 'More than 20 redirects, one after the other.',
  'net::ERR_UNSAFE_REDIRECT': 'The redirect leads to a scheme that pages may not be sent to.',
  'net::ERR_UNKNOWN_URL_SCHEME': 'The redirect leads to a scheme that Chromium cannot load.',
  'net::ERR_INVALID_URL': 'The data: URL holds no data that can be read.',
  'net::ERR_FILE_NOT_FOUND': 'The page has no such blob, or no longer.',
  'net::ERR_BLOCKED_BY_CLIENT': 'The browser itself keeps extensions’ files from pages.',
  'net::ERR_INVALID_HTTP_RESPONSE': 'What came is no HTTP answer.',
  'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin':
    'Cross-Origin-Resource-Policy of the answer keeps it to its own origin.',
  'net::ERR_BLOCKED_BY_RESPONSE.NotSameSite': 'Cross-Origin-Resource-Policy of the answer keeps it to its own site.',
};

const networkError = (name: string): Sentence => [
  NETWORK_ERRORS[`net::${name}`] ?? 'Chromium’s own name for what went wrong on the network.',
];
const notLoaded = piece('Failed to load resource: ', () => [
  'Chromium’s second line: what its network layer says, without knowing about CORS.',
]);

const OTHERS: readonly (readonly Piece[])[] = [
  [notLoaded, piece('net::{}', (name) => networkError(name))],
  [
    piece('Failed to load resource: ', () => ['Printed for every answer from 400 on, although the code may read it.']),
    piece('the server responded with a status of {}', (status) => say`The server’s own answer: ${status}.`),
  ],
  [
    piece("Mixed Content: The page at '{}' was loaded over HTTPS, ", means.insecurePage),
    piece('but requested an insecure {}. ', means.insecureContent),
    piece('This request has been blocked; the content must be served over HTTPS.', means.mustBeHttps),
  ],
  [
    piece("Mixed Content: The page at '{}' was loaded over HTTPS, ", means.insecurePage),
    piece('but requested an insecure {}. ', means.insecureContent),
    piece('This request was automatically upgraded to HTTPS, ', means.upgraded),
    piece('For more information see {}', () => ['Chromium’s own page about it.']),
  ],
  [
    piece('Fetch API cannot load {}. ', means.address),
    piece('Request mode is "same-origin" ', () => say`The code asked with ${"mode: 'same-origin'"}.`),
    piece("but the URL's origin is not same as the request origin {}.", means.pageOrigin),
  ],
  [
    piece('Fetch API cannot load {}. ', means.address),
    piece('Request mode is "no-cors" ', () => say`The code asked with ${"mode: 'no-cors'"}.`),
    piece('but the redirect mode is not "follow".', () => say`In that mode only ${"redirect: 'follow'"} may be.`),
  ],
  [piece('Fetch API cannot load {}. ', means.address), piece('URL scheme "{}" is not supported.', means.noScheme)],
  [
    piece('Fetch API cannot load {}. ', means.address),
    piece("SRI's integrity checks failed.", () => [
      'Subresource Integrity: the content is not the one that the integrity value stands for.',
    ]),
  ],
  [
    piece('Not allowed to load local resource: ', () => [
      'A page from the web may read neither files nor the blobs of other origins.',
    ]),
    piece('{}', means.address),
  ],
  [piece('FTP is not supported.', () => ['Chromium does not load ftp.'])],
  [
    piece('Unsafe attempt to load URL {} ', means.address),
    piece('from frame with URL {}. ', () => ['The page that asked.']),
    piece(
      'Domains, protocols and ports must match.',
      () => say`The code asked with ${"mode: 'same-origin'"}, and a redirect led to another origin.`,
    ),
    maybe('\n', () => ['The line ends with an empty one.']),
  ],
  [
    piece("Subresource Integrity: The resource '{}' has an integrity attribute, ", means.address),
    piece('but the response is not eligible for integrity validation.', () => [
      'Only an answer that the page may read can be checked: same-origin, or allowed by CORS.',
    ]),
  ],
  [
    piece("Failed to find a valid digest in the 'integrity' attribute for resource '{}' ", means.address),
    piece('with computed {}. ', (value) => say`What the content really hashes to: ${value}.`),
    piece('The resource has been blocked.', () => ['The content is not the expected one, and is not used.']),
  ],
  [
    piece('Refused to {} from ', () => ['The browser does not use what came.']),
    piece("'{}' because its MIME type ", means.address),
    piece("('{}') ", (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
    piece('is not {}.', () => say`${'X-Content-Type-Options: nosniff'} forbids guessing what it is.`),
  ],
  [
    piece('Failed to load module script: ', () => ['The module is not run.']),
    piece('Expected {} but the server responded with a MIME type of ', () => ['What a module must be.']),
    piece('"{}". ', (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
    piece('Strict MIME type checking is enforced for module scripts per HTML spec.', () => [
      'Modules came later than scripts, and nobody had to be spared: their type must be right.',
    ]),
  ],
  [
    piece("EventSource's response has a MIME type ", () => ['The EventSource does not open.']),
    piece('("{}") ', (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
    piece('that is not "text/event-stream". Aborting the connection.', () => ['The only type that it takes.']),
  ],
  [
    piece("WebSocket connection to '{}' failed: ", means.address),
    piece('{}', () => ['The handshake failed. CORS plays no part in it.']),
  ],
  [
    piece(
      'Refused to set unsafe header "{}"',
      (name) => say`${name} belongs to the browser: code may not set it, and it is left out.`,
    ),
  ],
  [
    piece(
      'Refused to get unsafe header "{}"',
      (name) =>
        say`The answer does not expose ${name} to other origins: ${'Access-Control-Expose-Headers'} would have to list it.`,
    ),
  ],
];

export const CHROMIUM: readonly Template[] = [
  ...BODIES.map((body) => template(...head, ...body)),
  ...OTHERS.map((pieces) => template(...pieces)),
];
