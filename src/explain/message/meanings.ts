/** What stands in every browser’s words, in words of its own. */

import { consequence, isPreflight, lookedFor, quoted, says, theAnswer } from './about';
import { type Sentence, join, say } from '../sentence';
import type { Means } from './template';

const ASKERS: Record<string, string> = {
  fetch: 'fetch()',
  xhr: 'XMLHttpRequest',
  script: '<script>',
  img: '<img>',
  link: '<link>',
  font: 'FontFace',
  beacon: 'navigator.sendBeacon()',
  eventsource: 'EventSource',
  websocket: 'WebSocket',
  form: '<form>',
};

export const asker: Means = (_, { initiator, method, url }) =>
  join(
    say`What asked: ${ASKERS[initiator] ?? initiator}`,
    method === '' ? ['.'] : [', for ', { code: `${method} ${url}` }, '.'],
  );

export const address: Means = (value, { url, method }) =>
  url === '' || sameAddress(value, url)
    ? say`The address that the code asked${[method === '' ? '' : ' for']}.`
    : say`The address that was asked at this moment. The code had asked ${url}; a redirect led here.`;

/** Browsers leave the fragment and the credentials of a URL out. */
function sameAddress(printed: string, url: string): boolean {
  const plain = (text: string) => text.replace(/#.*$/, '').replace(/\/\/[^/@]*@/, '//');
  return plain(printed) === plain(url);
}

export const redirectedFrom: Means = () => [
  'The address that the code asked. Its answer was a redirect, and the browser followed.',
];

export const pageOrigin: Means = (value, { page }) =>
  value === 'null'
    ? page === 'null' || page === ''
      ? say`The page that asked. Its origin is opaque (a sandboxed frame or a file), so it is sent as ${'null'}.`
      : say`After a redirect from one origin to another the request counts as asked by nobody: ${'Origin'} becomes ${'null'}. The page is ${page}.`
    : say`The page that asked: scheme, host and port. A server that lets it read must name exactly this origin, or say ${'*'}.`;

export const blockedByPolicy: Means = (_, about) =>
  join(['It is the browser that blocks, not the server. '], consequence(about));

export const inPreflight: Means = (_, { method, judged }) =>
  join(
    ['It is the preflight that failed: the browser asked the server for permission first'],
    judged ? say` (${`OPTIONS ${judged.url}`}), before it would send the ${method || 'request'}.` : ['.'],
  );

export const missingOrigin: Means = (_, about) =>
  join(say`The header that names who may read: ${'Access-Control-Allow-Origin'}. `, lookedFor(about));

export const statusCode: Means = (value, about) =>
  value === '(null)'
    ? say`An empty place: the browser has a status for other lines, and none for this one. It prints ${'(null)'} whatever the server answered.`
    : join(
        say`The status of ${[isPreflight(about) ? 'the preflight’s answer' : 'the answer']} that was judged.`,
        Number(value) >= 400
          ? [' It is an error of the server’s own; answers like that often miss the headers that others have.']
          : Number(value) >= 300
            ? [' It is a redirect, and each answer on the way must allow the page.']
            : [],
      );

export const headerName =
  (name: string): Means =>
  (_, about) =>
    join([MEANING[name] ?? '', ...(MEANING[name] ? [] : [`The header ${name}.`])], quoted(about, name));

const MEANING: Record<string, string> = {
  'Access-Control-Allow-Origin': 'The header that names the origin whose pages may read the answer.',
  'Access-Control-Allow-Credentials': 'The header that allows a request with cookies or other credentials.',
  'Access-Control-Allow-Methods': 'The header in which a preflight’s answer lists the methods it allows.',
  'Access-Control-Allow-Headers': 'The header in which a preflight’s answer lists the request headers it allows.',
};

export const foundOrigin: Means = (value, { page }) =>
  join(
    say`What the server sent in it: ${value === '' ? ['nothing'] : value}.`,
    page === '' ? [] : value === page ? [' It looks right.'] : say` The page is ${page}.`,
  );

export const notEqual: Means = (_, about) =>
  join(['The two are compared byte for byte: scheme, host, port, no slash at the end. '], consequence(about));

export const onlyOne: Means = (_, about) => {
  const value = says(about, 'access-control-allow-origin');
  const lines = about.judged?.responseHeaders.filter(([name]) => /^access-control-allow-origin$/i.test(name)).length;
  return join(
    ['One origin or * may stand there, never a list'],
    lines && lines > 1
      ? say`; the header came ${lines} times, which reads as the list ${value ?? ''}.`
      : ['. A server with several allowed origins looks at Origin and names the one that asks.'],
  );
};

export const invalidOrigin: Means = () => ['An origin is written as scheme://host:port. This is none.'];

export const sendValidValue: Means = (_, { page }) =>
  page === ''
    ? ['The browser’s advice: the server has to send an origin there.']
    : join(['The browser’s advice. The value it would accept here is '], [{ code: page }], ['.']);

export const wildcard: Means = () =>
  say`${'*'} allows every page, and so counts only for requests without cookies. The origin itself must stand there.`;

export const credentialsMode: Means = () =>
  say`The code asked with cookies: ${"credentials: 'include'"}, or ${'withCredentials'} of XMLHttpRequest.`;

export const withCredentialsHint: Means = () =>
  say`Where XMLHttpRequest says so: ${'xhr.withCredentials = true'}. Without it no cookies are sent, and ${'*'} would do.`;

export const mustBeTrue: Means = (_, about) =>
  join(say`Only ${'true'} counts, in lower case.`, quoted(about, 'Access-Control-Allow-Credentials'));

export const foundCredentials: Means = (value) =>
  value === ''
    ? ['What the server sent in it: nothing, or no such header.']
    : say`What the server sent in it: ${value}.`;

export const statusNotOk: Means = (_, about) => {
  const status = about.judged?.status;
  return join(
    status === undefined ? ['The preflight’s answer'] : say`The preflight was answered ${status}, and it`,
    say` needs a status from ${'200'} to ${'299'}. `,
    consequence(about),
  );
};

export const noPreflightRedirect: Means = (_, about) => {
  const to = says(about, 'location');
  return join(to === null ? ['The preflight was redirected.'] : say`The preflight was redirected to ${to}.`, [
    ' A preflight must be answered where it is sent: often a slash is missing at the end, or the scheme is http.',
  ]);
};

export const unreadableList =
  (name: string): Means =>
  (_, about) =>
    join(say`The list in ${name} cannot be read: one member is no name.`, quoted(about, name));

export const methodRefused: Means = (value, about) =>
  join(
    say`The method that the code uses${value ? say`: ${value}` : []}. `,
    say`${theAnswer(about)} must list it, in the same case; ${'GET'}, ${'HEAD'} and ${'POST'} need no listing.`,
    quoted(about, 'Access-Control-Allow-Methods'),
  );

export const headerRefused: Means = (value, about) =>
  join(
    say`${value} is a header of the request that needs permission. Each one must be listed.`,
    quoted(about, 'Access-Control-Allow-Headers'),
  );

export const notListed =
  (name: string): Means =>
  (_, about) =>
    join(
      say`Where it would have to stand: ${name} of the preflight’s answer.`,
      quoted(about, name),
      [' '],
      consequence(about),
    );

export const invalidToken =
  (name: string): Means =>
  (value, about) =>
    join(
      say`The member ${value} is no name: spaces, quotes and signs like ; or @ may not be in one.`,
      quoted(about, name),
    );

export const insecurePage: Means = () => ['The page came over https.'];
export const insecureContent: Means = () => [
  'The address that was asked is http: on the way anybody can read and change it. A secure page may not use it.',
];
export const mustBeHttps: Means = () => ['Nothing was sent. No header helps: the address must be https.'];

export const upgraded: Means = () => [
  'What a page only shows is asked for over https instead. CORS then judges the answer from there.',
];

export const noScheme: Means = (value) =>
  value
    ? say`Only http and https can be asked across origins, and this is ${value}.`
    : ['Only http and https can be asked across origins.'];

export const accessControlChecks: Means = (_, about) =>
  join(['It is about CORS. The reason stands in the line before. '], consequence(about));

/** What the code catches says nothing, on purpose. */
export const nothingToCode: Sentence = [
  'That is all the code learns, in every browser: status, headers and reason would tell the page about an answer that it may not read.',
];
