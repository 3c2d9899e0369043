import { expect, test, type Page } from '@playwright/test';
import { attempts } from '../src/sandbox/testing/python-attempts';
import { complaints, Workbench } from './workbench';

const parts = /\/assets\/python-(interpreter|pyodide|python_stdlib|flask|django)[.-]/;
const wasm = /\/assets\/python-pyodide\.asm-[^/]*\.wasm$/;

/** Python starts from nothing, and other tests run beside it. */
const starting = { timeout: 120_000 };
// One after another, on a page where Python runs already; each brings its own code.
test.describe.configure({ mode: 'default', timeout: 300_000 });

test('Python is downloaded when it is asked for and never again, and a download that fails can be tried again', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const workbench = new Workbench(page);
  await workbench.open();
  expect(loaded.filter((url) => parts.test(url))).toEqual([]);

  await page.route(wasm, (route) => route.abort());
  await workbench.choose('Flask with Flask-CORS');
  const words = 'Python could not be downloaded (there is no connection). Press Run to try it again.';
  const status = workbench.server.getByRole('status');
  await expect(status).toHaveText(words, starting);
  await expect(workbench.problems('server')).toHaveText(words);

  const said = await watchStatus(page);
  await page.unroute(wasm);
  await workbench.run.click();
  await flaskAnswered(workbench);
  await expect(status).toHaveCount(0);
  // The rest had come before.
  expect(await said()).toContainEqual(
    expect.stringMatching(/^Downloading Python, once for this browser: \d+ of 10 MB$/),
  );
  expect(await said()).toContain('Python is starting …');

  await page.route(parts, (route) => route.abort());
  await page.reload();
  await flaskAnswered(workbench);
});

test.describe('where Flask runs', () => {
  let page: Page;
  let workbench: Workbench;

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    workbench = new Workbench(page);
    await workbench.open();
    await workbench.choose('Flask with Flask-CORS');
    await flaskAnswered(workbench);
  });
  test.afterAll(() => page.close());

  test('a change of the code reloads the app and not Python', async () => {
    await runCode(page, workbench, 'print("no state yet")');
    await expect(await workbench.inspect('Server log')).toContainText('no state yet', starting);
    const said = await watchStatus(page);
    for (const word of ['one', 'two']) {
      await runCode(page, workbench, `held = globals().get("held", 0) + 1\nprint("${word}", held)`);
      await expect(await workbench.inspect('Server log')).toContainText(`${word} 1`);
    }
    expect(await said()).toEqual([]);
  });

  test('an endless loop is ended, an error is shown at its line, and both times Python comes back', async () => {
    await runCode(page, workbench, 'print("before")\nwhile True:\n    pass\n');
    await expect(workbench.problems('server')).toHaveText(/ran for 3 seconds without pausing/, starting);
    await runCode(page, workbench, 'from flask_cors import CORS\n\nCORS(app, orgins=nobody)\n');
    await expect(workbench.problems('server')).toHaveText("Line 3: NameError: name 'nobody' is not defined", starting);
    await runCode(page, workbench, 'print("well again")');
    await expect(await workbench.inspect('Server log')).toContainText('well again');
    await expect(workbench.problems('server')).toHaveCount(0);
  });

  test('what is typed behind a colon is indented', async () => {
    await workbench.serverCode().focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type("if True:\nprint('further in')");
    await workbench.run.click();
    await expect(await workbench.inspect('Server log')).toContainText('further in');
    await expect(workbench.problems('server')).toHaveCount(0);
  });

  test('there is no way out of Python, and what is around it allows none', async () => {
    const complained = complaints(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    // What Python does not survive, or searches all of its memory, is tried in Node; some at a time: a turn has its deadline.
    const all = attempts.filter(([, code]) => !/raw_call|CFUNCTYPE|get_objects/.test(code));
    for (let at = 0; at < all.length; at += 8) {
      const some = all.slice(at, at + 8);
      const code = some.map(([what, tried]) => tried.replace('print(said)', `print(${JSON.stringify(what)}, said)`));
      await runCode(page, workbench, code.join('\n'));
      const log = await workbench.inspect('Server log');
      for (const [what] of some) await expect(log).toContainText(`${what} held: `, { useInnerText: true, ...starting });
    }
    const own = new URL(page.url()).origin;
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('blob:'))).toEqual([]);
    expect(complained).toEqual([]);
    await holds(page);
  });

  test('Django runs too, what its checks refuse is shown at its line, and its other files can only be read', async () => {
    await workbench.choose('Django with django-cors-headers');
    await expect(await workbench.inspect('Network')).toContainText('201', starting);
    await expect(workbench.verdict).toHaveText(/^Allowed/);
    await runCode(page, workbench, "DEBUG = True\nCORS_ALLOWED_ORIGINS = ['app.example.com']\n");
    await expect(workbench.problems('server')).toHaveText(/^Line 2: SystemCheckError: \(corsheaders\.E013\)/);
    await expect(workbench.verdict).toHaveText(/^Blocked/);

    await workbench.server.getByRole('tab', { name: 'views.py' }).click();
    const view = workbench.server.getByRole('textbox', { name: 'views.py, cannot be changed' });
    await expect(view).toHaveValue(/set_cookie\('session'/);
    await expect(view).toHaveAttribute('readonly');
    await page.keyboard.press('ArrowLeft');
    await expect(workbench.server.getByRole('tab', { name: 'urls.py' })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(workbench.server.getByRole('textbox', { name: 'cannot be changed' })).toHaveCount(0);
    await expect(workbench.serverCode()).toHaveCount(1);
  });
});

async function flaskAnswered(workbench: Workbench): Promise<void> {
  await expect(await workbench.inspect('Server log')).toContainText('orders: PUT', starting);
  await expect(workbench.verdict).toHaveText(/^Allowed/);
}

/** Pastes code in place of the server's, since an editor indents what is typed, and presses Run. */
async function runCode(page: Page, workbench: Workbench, code: string): Promise<void> {
  const editor = workbench.serverCode();
  await expect(editor).toHaveClass(/native-edit-context|inputarea/, starting);
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.keyboard.press('ControlOrMeta+V');
  await workbench.run.click();
}

/** @returns what is said about Python from now on */
async function watchStatus(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new MutationObserver(() => {
      for (const status of document.querySelectorAll('[role=status], .stale-note')) {
        const text = status.textContent;
        if (/^(Python|Downloading Python|downloading Python)/.test(text)) seen.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  return () => said.jsonValue();
}

/** The frame around the interpreter: an origin of its own, no storage and no connection, for it and for its workers. */
async function holds(page: Page): Promise<void> {
  const frame = page.frames().find((one) => one.url().endsWith('/sandbox.html'));
  if (!frame) throw new Error('There is no sandbox');
  const tried = await frame.evaluate(async () => {
    const attempt = async (action: () => unknown): Promise<string> => {
      try {
        return `out: ${String(await action())}`;
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    // A worker's own script, as the interpreter is one.
    const inWorker = (code: string): Promise<string> =>
      new Promise((resolve) => {
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => resolve(String(data));
      });
    const tries = (action: string): string =>
      `(async () => ${action})().then(() => postMessage('out'), (error) => postMessage(error.name))`;
    return {
      origin,
      storage: await attempt(() => localStorage.length),
      parent: await attempt(() => parent.document),
      fetch: await inWorker(tries(`fetch('https://example.com/')`)),
      'fetch from the site': await inWorker(tries(`fetch('${location.href}')`)),
      eval: await inWorker(tries(`eval('1')`)),
      indexedDB: await inWorker(tries(`indexedDB.open('x')`)),
      caches: await inWorker(tries(`caches.open('x')`)),
      importScripts: await inWorker(tries(`importScripts('https://example.com/x.js')`)),
      WebSocket: await inWorker(
        `const s = new WebSocket('wss://example.com/'); s.onopen = () => postMessage('out'); s.onerror = () => postMessage('error')`,
      ).catch(String),
    };
  });
  expect(tried).toEqual({
    origin: 'null',
    storage: 'SecurityError',
    parent: 'SecurityError',
    fetch: 'TypeError',
    'fetch from the site': 'TypeError',
    eval: 'EvalError',
    indexedDB: 'SecurityError',
    caches: 'ReferenceError',
    importScripts: 'NetworkError',
    WebSocket: 'error',
  });
}
