import { EXPRESS_OPTIONS } from '@/explain/express-options';
import { FLASK_OPTIONS } from '@/explain/flask-options';

/**
 * Where code speaks of a header, in every language that is edited here. What stands before a place is tested with its line
 * breaks and runs of blanks made one blank.
 */

/** One name follows: an argument, an index, a directive's first word. */
export const NAMES_ONE =
  /\b(?:headers|res|resp|response|req|request)\.(?:get|set|has|append|delete|add|setdefault|header)\( ?$|\.(?:setHeader|getHeader|removeHeader|setRequestHeader|getResponseHeader)\( ?$|\bheaders\[ ?$|\b\w+_header $|(?:-H|--header) ?$/i;

/** A property follows that is one. */
export const NAMES_PROPERTY = /\bheaders$/i;

/** Names follow, with commas between them: in one text, or in a list of texts. */
export const NAMES_MANY =
  /(?:(?:allow|expose)\w*headers['"]?\]? ?[:=] ?(?:[[(] ?)?|\.vary\( ?(?:\[ ?)?|(?:(?:allow|expose|request)-headers|\bvary)['"]?\]?(?: ?[,:=] ?|\) ?| )(?:[[(] ?)?)$/i;

/** An object follows whose keys are names. */
export const NAMES_KEYS =
  /(?:\bheaders['"]?\]? ?[:=] ?|\bHeaders\( ?|\bres(?:ponse)?\.(?:set|header|writeHead)\((?:[^()]*, ?)?|\bheaders\.update\( ?)\{$/i;

/** A call of a package for CORS, up to the bracket of its options. */
export const CORS_CALL = /(?:\bcors\w*|\bcross_origin|\binit_app)\($/i;

const byOption = (options: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(options).map(([header, option]) => [option, header]);

/** Options of these calls, by the header that each makes. */
export const CORS_OPTIONS: ReadonlyMap<string, string> = new Map([
  ...byOption(EXPRESS_OPTIONS),
  ...byOption(FLASK_OPTIONS),
]);

/** Options of `fetch()`: what a request has of them when the browser asks. */
export const PAGE_OPTIONS: readonly (readonly [option: RegExp, header: string])[] = [
  [/^method['"]? ?:/, 'access-control-request-method'],
  [/^credentials['"]? ?: ?['"]include/, 'cookie'],
  [/^withCredentials['"]? ?[:=] ?true/, 'cookie'],
];

/** Settings of django-cors-headers and of Flask-CORS, methods that write a header, options of curl. */
export const WORDS: ReadonlyMap<string, string> = new Map([
  ['CORS_ALLOWED_ORIGINS', 'access-control-allow-origin'],
  ['CORS_ALLOWED_ORIGIN_REGEXES', 'access-control-allow-origin'],
  ['CORS_ALLOW_ALL_ORIGINS', 'access-control-allow-origin'],
  ['CORS_ORIGINS', 'access-control-allow-origin'],
  ['CORS_ALLOW_METHODS', 'access-control-allow-methods'],
  ['CORS_METHODS', 'access-control-allow-methods'],
  ['CORS_ALLOW_HEADERS', 'access-control-allow-headers'],
  ['CORS_EXPOSE_HEADERS', 'access-control-expose-headers'],
  ['CORS_ALLOW_CREDENTIALS', 'access-control-allow-credentials'],
  ['CORS_SUPPORTS_CREDENTIALS', 'access-control-allow-credentials'],
  ['CORS_PREFLIGHT_MAX_AGE', 'access-control-max-age'],
  ['CORS_MAX_AGE', 'access-control-max-age'],
  ['.vary', 'vary'],
  ['.cookie', 'set-cookie'],
  ['.clearCookie', 'set-cookie'],
  ['.set_cookie', 'set-cookie'],
  ['.delete_cookie', 'set-cookie'],
  ['-b', 'cookie'],
  ['--cookie', 'cookie'],
  ['-u', 'authorization'],
  ['--user', 'authorization'],
  ['-A', 'user-agent'],
  ['--user-agent', 'user-agent'],
  ['-e', 'referer'],
  ['--referer', 'referer'],
]);

/** A variable of nginx that holds a header. */
export const VARIABLE = /^\$\{?(?:sent_|upstream_)?http_(\w+)/;
