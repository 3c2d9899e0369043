import { OTHER, OWN, SIBLING, THIRD, type Door, type DoorAnswer } from '../door';
import { ANY, corp, crossOriginDoors, door, element, NOSNIFF, PAGES_ORIGIN, type } from '../elements';

const PATH = '/lib/code.js';
const JAVASCRIPT = type('text/javascript');
const BODY = "report('ran');";

const script = (url: string, crossOrigin?: string) =>
  `window.report = report;\n${element('script', crossOrigin ? { crossOrigin, src: url } : { src: url })}`;

const answered = (id: string, answer: DoorAnswer, origin = OTHER): Door =>
  door(`script-${id}`, script(origin + PATH), { [origin + PATH]: answer });

/** What `error` events at the window say of a script that throws. */
const throwing = (id: string, origin: string, crossOrigin: string | undefined, answer: DoorAnswer): Door =>
  door(
    `script-throws-${id}`,
    `addEventListener('error', (event) => report('window', event.message, event.filename, event.lineno > 0, event.error === null));\n${script(origin + PATH, crossOrigin)}`,
    { [origin + PATH]: { headers: [JAVASCRIPT], body: "\nthrow new TypeError('secret');", ...answer } },
  );

const redirected = (id: string, crossOrigin: string | undefined, answer: DoorAnswer): Door =>
  door(`script-redirect-${id}`, script(`${OTHER}/from`, crossOrigin), {
    [`${OTHER}/from`]: { status: 302, headers: [['Location', THIRD + PATH], ANY] },
    [THIRD + PATH]: { headers: [JAVASCRIPT], body: BODY, ...answer },
  });

export const SCRIPT_DOORS: Door[] = [
  ...crossOriginDoors('script', PATH, { headers: [JAVASCRIPT], body: BODY }, script),
  door(
    'script-jsonp',
    `window.show = (user) => report(user.name, user.items.length);\n${element('script', { src: `${OTHER}/user.js?callback=show` })}`,
    { [`${OTHER}/user.js`]: { headers: [JAVASCRIPT], body: 'show({ "name": "Ada", "items": [1, 2] });' } },
  ),
  answered('corp-same-origin', { headers: [JAVASCRIPT, corp('same-origin')], body: BODY }),
  answered('corp-same-site', { headers: [JAVASCRIPT, corp('same-site')], body: BODY }),
  answered('corp-cross-origin', { headers: [JAVASCRIPT, corp('cross-origin')], body: BODY }),
  answered('corp-same-site-of-sibling', { headers: [JAVASCRIPT, corp('same-site')], body: BODY }, SIBLING),
  answered('corp-same-origin-of-sibling', { headers: [JAVASCRIPT, corp('same-origin')], body: BODY }, SIBLING),
  answered('html', { headers: [type('text/html')], body: '<!doctype html><p>Hello' }),
  answered('html-that-is-code', { headers: [type('text/html')], body: BODY }),
  answered('html-nosniff', { headers: [type('text/html'), NOSNIFF], body: BODY }),
  answered('json', { headers: [type('application/json')], body: '{"secret": 1}' }),
  answered('json-array', { headers: [type('application/json')], body: '[1, 2]' }),
  answered('json-that-is-code', { headers: [type('application/json')], body: BODY }),
  answered('json-nosniff', { headers: [type('application/json'), NOSNIFF], body: '{"secret": 1}' }),
  answered('text', { headers: [type('text/plain')], body: BODY }),
  answered('text-nosniff', { headers: [type('text/plain'), NOSNIFF], body: BODY }),
  answered('javascript-nosniff', { headers: [JAVASCRIPT, NOSNIFF], body: BODY }),
  answered('image-type', { headers: [type('image/png')], body: BODY }),
  answered('no-type', { body: BODY }),
  answered('empty', { headers: [JAVASCRIPT], body: '' }),
  answered('not-found', { status: 404, headers: [JAVASCRIPT], body: BODY }),
  answered('not-found-html', { status: 404, headers: [type('text/html')], body: '<p>Not found' }),
  answered('own-not-found', { status: 404, headers: [JAVASCRIPT], body: BODY }, OWN),
  answered('own-json', { headers: [type('application/json')], body: '{"secret": 1}' }, OWN),
  answered('own-html-nosniff', { headers: [type('text/html'), NOSNIFF], body: BODY }, OWN),
  answered('closed', { abort: true }),
  throwing('same-origin', OWN, undefined, {}),
  throwing('muted', OTHER, undefined, {}),
  throwing('anonymous', OTHER, 'anonymous', { headers: [JAVASCRIPT, PAGES_ORIGIN] }),
  redirected('no-cors', undefined, {}),
  redirected('anonymous-any', 'anonymous', { headers: [JAVASCRIPT, ANY] }),
  redirected('anonymous-refused', 'anonymous', {}),
];
