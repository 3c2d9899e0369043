/** What Firefox’s lines consist of: the templates of the engine’s firefox-words.ts, with what each piece means. */

import { say } from '../sentence';
import { consequence } from './about';
import * as means from './meanings';
import { type Piece, type Template, maybe, piece, template } from './template';

const ORIGIN = 'Access-Control-Allow-Origin';
const CREDENTIALS = 'Access-Control-Allow-Credentials';
const METHODS = 'Access-Control-Allow-Methods';
const HEADERS = 'Access-Control-Allow-Headers';

const blocked = (...reason: readonly Piece[]): readonly Piece[] => [
  piece('Cross-Origin Request Blocked: ', means.blockedByPolicy),
  piece('The Same Origin Policy disallows reading the remote resource ', () => [
    'The same-origin policy is the rule that CORS makes exceptions from: what another origin answers is not for this page’s code.',
  ]),
  piece('at {}. ', (value, about) => means.address(value.replace(/^‘|’$/g, ''), about)),
  piece('(Reason: ', () => ['What follows is the rule that failed.']),
  ...reason,
  piece(').', () => ['The end of the reason.']),
  maybe(' Status code: {}.', means.statusCode),
];

const REASONS: readonly (readonly Piece[])[] = [
  [piece(`CORS header ‘${ORIGIN}’ missing`, means.missingOrigin)],
  [piece(`CORS header ‘${ORIGIN}’ does not match `, means.notEqual), piece('‘{}’', means.foundOrigin)],
  [
    piece('Credential is not supported ', means.credentialsMode),
    piece(`if the CORS header ‘${ORIGIN}’ is ‘*’`, means.wildcard),
  ],
  [piece(`Multiple CORS header ‘${ORIGIN}’ not allowed`, means.onlyOne)],
  [piece(`expected ‘true’ in CORS header ‘${CREDENTIALS}’`, means.mustBeTrue)],
  [piece('CORS preflight response did not succeed', means.statusNotOk)],
  [piece('CORS request external redirect not allowed', means.noPreflightRedirect)],
  [
    piece('CORS request did not succeed', (_, about) =>
      about.step === null
        ? ['The request came to nothing: no answer, or the connection was given up.']
        : ['Firefox gives the connection up, and says so in a line of its own. The reason stands before it.'],
    ),
  ],
  [piece('CORS request not http', () => means.noScheme('', NOTHING))],
  [
    piece('invalid token ‘{}’ ', means.invalidToken(METHODS)),
    piece(`in CORS header ‘${METHODS}’`, means.headerName(METHODS)),
  ],
  [
    piece('invalid token ‘{}’ ', means.invalidToken(HEADERS)),
    piece(`in CORS header ‘${HEADERS}’`, means.headerName(HEADERS)),
  ],
  [
    piece('Did not find method ', (_, about) => means.methodRefused(about.method, about)),
    piece(`in CORS header ‘${METHODS}’`, means.notListed(METHODS)),
  ],
  [
    piece('header ‘{}’ is not allowed ', means.headerRefused),
    piece(`according to header ‘${HEADERS}’ from CORS preflight response`, means.notListed(HEADERS)),
  ],
];

const NOTHING = { page: '', initiator: '', method: '', url: '', judged: null, step: null };

const orb = 'Opaque Response Blocking: an answer of this kind may not enter another origin’s page, even unread.';

const OTHERS: readonly (readonly Piece[])[] = [
  [
    piece('Cross-Origin Request Warning: ', () => ['A warning: this request went through.']),
    piece('The Same Origin Policy will disallow reading the remote resource ', () => [
      'Firefox announces that it will refuse this some day, as the standard asks.',
    ]),
    piece('at {} soon. ', means.address),
    piece(
      '(Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. ',
      () => say`By the standard, ${'*'} stands for every header but ${'Authorization'}. No browser holds to that yet.`,
    ),
    piece(
      'To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).',
      () => say`Write ${'Access-Control-Allow-Headers: Authorization, *'} and it will go on working.`,
    ),
  ],
  [piece('Blocked loading mixed active content ', means.mustBeHttps), piece('“{}”', means.insecureContent)],
  [
    piece('Mixed Content: Upgrading insecure display request ', means.upgraded),
    piece('‘{}’ to use ‘https’', means.insecureContent),
  ],
  [
    piece('Security Error: Content at {} ', () => ['The page that asked, or the address that redirected.']),
    piece('may not load or link to {}.', () => ['A page from the web may not read files.']),
  ],
  [
    piece('Security Error: Content at {} ', () => ['The page that asked, or the address that redirected.']),
    piece(
      'may not load data from {}.',
      () =>
        say`The code asked with ${"mode: 'same-origin'"}, it is a blob of another origin, or a redirect leads where no page may be sent.`,
    ),
  ],
  [
    piece('The resource at “{}” ', means.address),
    piece('was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). ', (_, about) => [
      'The answer says which pages may use it at all, and this is none of them. ',
      ...consequence(about),
    ]),
    piece('See {}', () => ['Firefox’s own page about it.']),
  ],
  [
    piece('The resource at “{}” ', means.address),
    piece('was blocked by OpaqueResponseBlocking. ', () => [orb]),
    piece('Reason: “{}”.', () => ['Why this answer counts as one of these.']),
  ],
  [piece('A resource is blocked by OpaqueResponseBlocking, please check browser console for details.', () => [orb])],
  [
    piece('The resource from “{}” ', means.address),
    piece('was blocked due to MIME type ', () => ['The type does not fit what it was loaded for.']),
    piece('(“{}”) mismatch ', (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
    piece('(X-Content-Type-Options: nosniff).', () => ['The answer forbids guessing its type.']),
  ],
  [
    piece('Redirecting to data: URI not allowed ', () => ['A redirect may lead only to http or https.']),
    piece('(Blocked loading of: “{}”)', () => ['Where it led.']),
  ],
  [
    piece('“{}” is not eligible for integrity checks ', means.address),
    piece('since it’s neither CORS-enabled nor same-origin.', () => [
      'Only an answer that the page may read can be checked.',
    ]),
  ],
  [
    piece('The hash contained in the integrity attribute ', () => ['The integrity value itself is wrong:']),
    piece('{}.', () => ['it is no hash of that kind.']),
  ],
  [
    piece('None of the {} hashes in the integrity attribute match the content ', () => [
      'The content is not the expected one.',
    ]),
    piece('of the subresource at “{}”. ', means.address),
    piece('The computed hash is “{}”.', (value) => say`What the content really hashes to: ${value}.`),
  ],
  [
    piece('{} source URI is not allowed in this document: ', () => ['The script is not run.']),
    piece('“{}”.', means.address),
  ],
  [piece('Loading failed for the {} with source ', () => ['The script is not run.']), piece('“{}”.', means.address)],
  [
    piece('The script from “{}” ', means.address),
    piece(
      'was loaded even though its MIME type (“{}”) ',
      (value) => say`The ${'Content-Type'} of the answer: ${value}.`,
    ),
    piece('is not a valid JavaScript MIME type.', () => ['It is run all the same.']),
  ],
  [
    piece('{} from “', () => ['What was loaded.']),
    piece('{}” was blocked ', means.address),
    piece('because of a disallowed MIME type ', () => ['Its type is not one that may be run.']),
    piece('(“{}”).', (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
  ],
  [
    piece('The stylesheet {} was not loaded ', means.address),
    piece('because its MIME type, “{}”, ', (value) => say`The ${'Content-Type'} of the answer: ${value}.`),
    piece('is not “text/css”.', () => ['The only type that a style sheet may have.']),
  ],
  [
    piece('Firefox can’t establish a connection to the server at ', () => [
      'The EventSource or WebSocket did not open.',
    ]),
    piece('{}.', means.address),
  ],
  [
    piece('Cookie “{}” will soon be rejected ', (name) => say`The cookie ${name}, which the answer set.`),
    piece('because it is foreign and does not have the “Partitioned“ attribute.', () => [
      'It belongs to another site than the page’s. Firefox keeps such cookies apart for each site that embeds them.',
    ]),
  ],
  [
    piece('Cookie “{}” has been rejected ', (name) => say`The cookie ${name}, which the answer tried to set.`),
    piece('because {}.', () => ['Which rule for cookies it breaks. This is not CORS.']),
  ],
  [
    piece('Attempt to set a forbidden header was denied: ', () => [
      'Code may not set this header: it belongs to the browser.',
    ]),
    piece('{}', (name) => say`The header: ${name}.`),
  ],
  [
    piece(
      'Referrer Policy: Ignoring the less restricted referrer policy “{}” ',
      (value) => say`The code asked for the policy ${value}, which tells other sites more than the default does.`,
    ),
    piece('for the cross-site request: {}', means.address),
  ],
  [
    piece('HTTP Referrer header: Length is over “4096” bytes limit ', () => ['The address of the page is very long.']),
    piece('- stripping referrer header down to origin: “{}”', (value) => say`What is sent as ${'Referer'}: ${value}.`),
  ],
  [
    piece('XML Parsing Error: {}\n', () => ['Without a type of its own, XMLHttpRequest takes an answer for XML.']),
    piece('Location: {}\n', means.address),
    piece('Line Number {}:', () => ['Where it stopped reading.']),
  ],
];

export const FIREFOX: readonly Template[] = [
  ...REASONS.map((reason) => template(...blocked(...reason))),
  ...OTHERS.map((pieces) => template(...pieces)),
];
