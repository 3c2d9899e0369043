/** What WebKit’s lines consist of: the templates of the engine’s webkit-words.ts, with what each piece means. */

import { say } from '../sentence';
import * as means from './meanings';
import { type Piece, type Template, maybe, piece, template } from './template';

const ORIGIN = 'Access-Control-Allow-Origin';
const CREDENTIALS = 'Access-Control-Allow-Credentials';
const METHODS = 'Access-Control-Allow-Methods';
const HEADERS = 'Access-Control-Allow-Headers';

/** Reasons that stand alone, and after “denied by Cross-Origin Resource Sharing policy:”. */
const CHECKS: readonly (readonly Piece[])[] = [
  [
    piece('Origin {} ', means.pageOrigin),
    piece(`is not allowed by ${ORIGIN}. `, (value, about) => [
      'WebKit has this one line for a header that is missing and for one with another origin. ',
      ...(about.judged ? means.headerName(ORIGIN)(value, about) : []),
    ]),
    piece('Status code: {}', means.statusCode),
  ],
  [piece(`${ORIGIN} cannot contain more than one origin.`, means.onlyOne)],
  [
    piece(`Cannot use wildcard in ${ORIGIN} `, means.wildcard),
    piece('when credentials flag is true.', means.credentialsMode),
  ],
  [
    piece('Credentials flag is true, ', means.credentialsMode),
    piece(`but ${CREDENTIALS} is not "true".`, means.mustBeTrue),
  ],
];

const redirection: readonly Piece[] = [
  piece('Cross-origin redirection to {} ', () => ['Where the answer sends the browser on to.']),
  piece('denied by Cross-Origin Resource Sharing policy: ', () => [
    'Each answer on the way must allow the page, the redirect too. What follows is the rule that failed.',
  ]),
];

/** Of this machine’s own names WebKit leaves out the end. */
const insecure: readonly Piece[] = [
  piece('[blocked] The page at {} ', means.insecurePage),
  piece('requested insecure content from {}. ', means.insecureContent),
  piece('This content was blocked and must', means.mustBeHttps),
  maybe(' be served over HTTPS.', means.mustBeHttps),
];

const beacon: readonly Piece[] = [piece('Beacon API cannot load {}. ', means.address)];

const OTHERS: readonly (readonly Piece[])[] = [
  [
    piece('Preflight response is not successful. ', (value, about) => [
      'WebKit looks at the status before anything else. ',
      ...means.statusNotOk(value, about),
    ]),
    piece('Status code: {}', means.statusCode),
  ],
  [
    piece(`Header ${METHODS} has an invalid value: `, means.unreadableList(METHODS)),
    piece('{}', (value) => say`All that the header says: ${value}.`),
  ],
  [
    piece(`Header ${HEADERS} has an invalid value: `, means.unreadableList(HEADERS)),
    piece('{}', (value) => say`All that the header says: ${value}.`),
  ],
  [piece('Method {} is not allowed ', means.methodRefused), piece(`by ${METHODS}.`, means.notListed(METHODS))],
  [
    piece('Request header field {} is not allowed ', means.headerRefused),
    piece(`by ${HEADERS}.`, means.notListed(HEADERS)),
  ],
  [
    ...redirection,
    piece('redirection URL {} has credentials', () => [
      'A redirect to another origin may not carry a name or a password in its address.',
    ]),
  ],
  [
    ...redirection,
    piece('not allowed to follow a cross-origin CORS redirection with non CORS scheme', () => [
      'A redirect may lead only to http or https.',
    ]),
  ],
  [
    piece('{} cannot load ', means.asker),
    piece('{} ', means.address),
    piece('due to access control checks.', means.accessControlChecks),
  ],
  [
    piece('Cannot load image ', means.asker),
    piece('{} ', means.address),
    piece('due to access control checks.', means.accessControlChecks),
  ],
  [piece('Cross-origin script load denied by Cross-Origin Resource Sharing policy.', means.accessControlChecks)],
  insecure,
  [
    piece('The page at {} ', means.insecurePage),
    piece('requested insecure content from {}. ', means.insecureContent),
    piece('This content was automatically upgraded and should be served over HTTPS.', means.upgraded),
  ],
  [...beacon, piece('Not allowed to request resource', () => ['The browser did not even ask.'])],
  [
    piece('Reached maximum amount of queued data of 64Kb for keepalive requests', () => [
      'What may outlive its page may carry no more than 64 KiB.',
    ]),
  ],
  [
    piece("Did not parse stylesheet at '{}' ", means.address),
    piece('because non CSS MIME types are not allowed in strict mode.', means.headerName('Content-Type')),
  ],
  [
    piece("EventSource's response has a MIME type ", () => ['The EventSource does not open.']),
    piece('("{}") ', (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
    piece('that is not "text/event-stream". Aborting the connection.', () => ['The only type that it takes.']),
  ],
  [piece('Not allowed to request resource', () => ['The browser did not even ask.'])],
  [
    piece('{} cannot load ', means.asker),
    piece('{}.', (value, about) => [
      ...means.address(value, about),
      ...(value.startsWith('data:')
        ? ['It holds no data that can be read.']
        : say` The code asked with ${"mode: 'same-origin'"}, and this is another origin.`),
    ]),
  ],
  [
    piece('Unsafe attempt to load URL {} ', means.address),
    piece('from origin {}. ', means.pageOrigin),
    piece(
      'Domains, protocols and ports must match.',
      () => say`The code asked with ${"mode: 'same-origin'"}, and a redirect led to another origin.`,
    ),
  ],
  [
    piece(
      'No-Cors mode requires follow redirect mode',
      () => say`With ${"mode: 'no-cors'"} only ${"redirect: 'follow'"} may be.`,
    ),
  ],
  [
    piece('Cross origin requests are only supported for HTTP.', () => [
      'Only http and https can be asked across origins.',
    ]),
  ],
  [piece('FTP URLs are disabled', () => ['WebKit does not load ftp.'])],
  [
    piece(
      'Not allowed to use restricted network port {}: ',
      (port) => say`Port ${port} is on the list of ports that browsers do not talk to.`,
    ),
    piece('{}', means.address),
  ],
  [
    piece('Not allowed to follow a redirection while loading ', () => say`The code asked with ${"redirect: 'error'"}.`),
    piece('{}', means.address),
  ],
  [piece('Load cannot follow more than 20 redirections', () => ['More than 20 redirects, one after the other.'])],
  [
    piece('Not allowed to load local resource: ', () => [
      'A page from the web may read neither files nor the blobs of other origins.',
    ]),
    piece('{}', means.address),
  ],
  [
    piece('Cancelled load to {} ', means.address),
    piece(
      "because it violates the resource's Cross-Origin-Resource-Policy response header.",
      means.headerName('Cross-Origin-Resource-Policy'),
    ),
  ],
  [
    piece('Refused to {} ', () => ['The browser does not use what came.']),
    piece('because "X-Content-Type-Options: nosniff" was given ', () => ['The answer forbids guessing its type.']),
    piece('and its Content-Type is not {}.', means.headerName('Content-Type')),
  ],
  [
    piece("WebSocket connection to '{}' failed: ", means.address),
    piece('{}', () => ['The handshake failed. CORS plays no part in it.']),
  ],
  [
    piece('Failed integrity metadata check. {} ', means.address),
    piece('Failed integrity metadata check. {}', () => [
      'The content is not the one that the integrity value stands for.',
    ]),
  ],
  [
    piece('Connection terminated unexpectedly', () => [
      'The server closed the connection without an answer. This is not CORS.',
    ]),
  ],
  [piece('Could not connect to {}', () => ['Nothing listens at that address. This is not CORS.'])],
  [piece('Error resolving {}', () => ['No server is known by that name. This is not CORS.'])],
  [piece('Socket I/O timed out', () => ['No answer came in time. This is not CORS.'])],
  [
    piece(
      'Refused to set unsafe header "{}"',
      (name) => say`${name} belongs to the browser: code may not set it, and it is left out.`,
    ),
  ],
];

export const WEBKIT: readonly Template[] = [
  ...CHECKS.flatMap((check) => [template(...check), template(...redirection, ...check), template(...beacon, ...check)]),
  ...OTHERS.map((pieces) => template(...pieces)),
];
