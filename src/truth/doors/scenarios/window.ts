import { OTHER, OWN, type Door } from '../door';
import { ANY, door } from '../elements';

const USERS = `${OTHER}/users`;
const TELL = `const told = (event) => report(event.type, event.cancelable, event.defaultPrevented);`;
const wait = `await new Promise((done) => setTimeout(done, 50));`;

/** A page that lets fall what `code` throws or rejects with; the server refuses. */
const falling = (id: string, code: string): Door => door(`window-${id}`, `${TELL}\n${code}\n${wait}`, { [USERS]: {} });

const refused = `const asked = fetch('${USERS}');`;
const rejects = (listening: string): string => `${listening}\n${refused}`;
const throws = (what: string, listening: string): string => `${listening}\nsetTimeout(() => { throw ${what}; });`;

const TOLD_REASON = `addEventListener('unhandledrejection', (event) => report(event.constructor.name, event.promise === asked, event.reason.name));`;
const TOLD_ERROR = `window.onerror = (message, _, line, column, error) => report(message, line > 0, column > 0, error instanceof Error);
addEventListener('error', (event) => report(event.constructor.name, event.message, String(event.error)));`;

/** What is no error has no stack: the simulator does not know where it was thrown. */
const TOLD_VALUE = `addEventListener('error', (event) => report(event.message, event.error));`;

/** What script makes of a cookie that is for the server alone. */
const cookies = (id: string, code: string): Door =>
  door(`window-cookie-${id}`, `await fetch('/in');\n${code}\nawait fetch('/out');\nreport(document.cookie);`, {
    [`${OWN}/in`]: { headers: [['Set-Cookie', 'session=1; HttpOnly; Secure; Path=/']] },
    [`${OWN}/out`]: {},
  });

export const WINDOW_DOORS: Door[] = [
  cookies('over-http-only', `document.cookie = 'session=2; path=/';`),
  cookies('deletes-http-only', `document.cookie = 'session=; path=/; max-age=0';`),
  cookies('beside-http-only', `document.cookie = 'session=2; path=/shop';`),
  falling('rejection', rejects(TOLD_REASON)),
  falling(
    'rejection-prevented',
    rejects(`addEventListener('unhandledrejection', (event) => { event.preventDefault(); told(event); });`),
  ),
  falling(
    'rejection-returns-false',
    rejects(
      `addEventListener('unhandledrejection', told);\nwindow.onunhandledrejection = () => false;\naddEventListener('unhandledrejection', told);`,
    ),
  ),
  falling('rejection-returns-nothing', rejects(`window.onunhandledrejection = (event) => { told(event); };`)),
  falling(
    'rejection-returns-true',
    rejects(`window.onunhandledrejection = () => true;\naddEventListener('unhandledrejection', told);`),
  ),
  falling(
    'rejection-of-a-text',
    `addEventListener('unhandledrejection', ({ reason }) => report(reason));\nPromise.reject('broken');`,
  ),
  falling('rejection-caught', rejects(TOLD_REASON) + `\nasked.catch(() => report('caught'));`),
  falling(
    'rejections-in-order',
    `addEventListener('unhandledrejection', ({ reason }) => report(reason));
Promise.reject(1);
Promise.resolve().then(() => report('a microtask'));
Promise.reject(2);`,
  ),
  falling('error', throws(`new TypeError('broken')`, TOLD_ERROR)),
  falling(
    'error-prevented',
    throws(
      `new TypeError('broken')`,
      `addEventListener('error', (event) => { event.preventDefault(); told(event); });`,
    ),
  ),
  falling(
    'error-returns-true',
    throws(`new TypeError('broken')`, `window.onerror = () => true;\naddEventListener('error', told);`),
  ),
  falling(
    'error-returns-false',
    throws(`new TypeError('broken')`, `window.onerror = () => false;\naddEventListener('error', told);`),
  ),
  falling('error-text', throws(`'broken'`, TOLD_VALUE)),
  falling('error-number', throws(`42`, TOLD_VALUE)),
  falling('error-null', throws(`null`, TOLD_VALUE)),
  falling('error-named', throws(`Object.assign(new Error('broken'), { name: 'ApiError' })`, TOLD_ERROR)),
  falling('error-without-message', throws(`new Error()`, TOLD_ERROR)),
  falling('error-dom', throws(`new DOMException('broken', 'AbortError')`, TOLD_ERROR)),
  falling(
    'error-in-a-listener',
    throws(
      `new Error('first')`,
      `addEventListener('error', () => { throw new Error('second'); });\naddEventListener('error', ({ message }) => report(message));`,
    ),
  ),
  falling(
    'error-in-onload',
    `${TOLD_ERROR}
const xhr = new XMLHttpRequest();
xhr.open('GET', '${OTHER}/open');
xhr.onload = () => { throw new Error('in onload'); };
xhr.send();`,
  ),
].map((one) => ({ ...one, answers: { ...one.answers, [`${OTHER}/open`]: { headers: [ANY] } } }));
