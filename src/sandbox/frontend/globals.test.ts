import { describe, expect, test } from 'vitest';
import { runPage } from '../testing/open-page';

describe('the scope of the page', () => {
  test('looks like a window', async () => {
    const { lines } = await runPage(`
      console.log(window === self, window === globalThis, this === window, location.href, location.origin, origin);
      console.log(fetch.name, XMLHttpRequest.name, new Event('x').constructor.name, String(new Headers()));
      console.log(navigator.userAgent.includes('Chrome/'), document.cookie);`);
    expect(lines).toEqual([
      'true true true https://app.example.com/dir/ https://app.example.com https://app.example.com',
      'fetch XMLHttpRequest Event [object Headers]',
      'true theme=dark',
    ]);
  });

  test.each([
    [`new Worker('/x.js')`, 'Worker'],
    [`new FileReader()`, 'FileReader'],
    [`indexedDB.open('x')`, 'indexedDB.open'],
    [`requestAnimationFrame(() => {})`, 'requestAnimationFrame'],
  ])('%s says by name that it is not offered', async (code, name) => {
    const { effects } = await runPage(`\n${code}`);
    const message = `${name} is not offered by this playground yet.`;
    expect(effects).toContainEqual({
      type: 'settled',
      error: { name: 'Error', message, line: 2, column: expect.any(Number) },
    });
  });

  test('cookies that code sets are told, and can be read at once', async () => {
    const { lines, effects } = await runPage(`
      document.cookie = 'a=1; path=/'; console.log(document.cookie);
      document.cookie = 'theme=; max-age=0'; console.log(document.cookie);`);
    expect(lines).toEqual(['theme=dark; a=1', 'a=1']);
    expect(effects).toContainEqual({ type: 'document-cookie', cookie: 'a=1; path=/' });
  });

  test('cookies that the browser did not take are not there in the next turn', async () => {
    const { lines } = await runPage(`
      document.cookie = 'session=mine';
      setTimeout(() => console.log(document.cookie));`);
    expect(lines).toEqual(['theme=dark']);
  });

  test('time is simulated and chance is the same every time', async () => {
    const code = `
      const before = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 600_000));
      console.log(new Date(before).toISOString(), Date.now() - before, performance.now(), Math.random(), crypto.randomUUID());`;
    const [first, second] = [await runPage(code), await runPage(code)];
    expect(first.lines).toEqual([
      expect.stringMatching(/^2026-01-01T00:00:00.000Z 600000 600000 0\.\d+ [0-9a-f-]{36}$/),
    ]);
    expect(second.lines).toEqual(first.lines);
  });

  test('intervals go on until they are cleared', async () => {
    const { lines } = await runPage(`
      let count = 0;
      const id = setInterval(() => { console.log(performance.now()); if (++count === 3) clearInterval(id); }, 100);`);
    expect(lines).toEqual(['100', '200', '300']);
  });

  test('DOMContentLoaded comes after the script', async () => {
    const { lines } = await runPage(`
      document.addEventListener('DOMContentLoaded', () => console.log('loaded'));
      console.log('script');`);
    expect(lines).toEqual(['script', 'loaded']);
  });

  test('a listener that throws keeps nothing from the next', async () => {
    const { lines, browserLines } = await runPage(`
      addEventListener('load', () => { throw new Error('first'); });
      addEventListener('load', () => console.log('second'));`);
    expect(lines).toEqual(['second']);
    expect(browserLines).toEqual(['Uncaught Error: first']);
  });

  test('and window.onload after it, once, whoever was set last', async () => {
    const { lines } = await runPage(`
      window.onload = () => console.log('first');
      onload = (event) => console.log(event.type, typeof window.onload);
      document.addEventListener('DOMContentLoaded', () => console.log('content'));
      console.log('script');`);
    expect(lines).toEqual(['script', 'content', 'load function']);
  });
});

describe('a page that has loaded', () => {
  test('has other words for it, and its events are over', async () => {
    const { lines } = await runPage(`
      const late = (when) => {
        console.log(when, document.readyState);
        document.addEventListener('DOMContentLoaded', () => console.log(when, 'content'));
        addEventListener('load', () => console.log(when, 'load'));
      };
      late('script');
      document.addEventListener('DOMContentLoaded', () => late('content'));
      addEventListener('load', () => late('load'));
      setTimeout(() => late('timer'));`);
    expect(lines).toEqual([
      'script loading',
      'script content',
      'content interactive',
      'script load',
      'load complete',
      'content load',
      'timer complete',
    ]);
  });

  test('loads although the script waits for something', async () => {
    const { lines } = await runPage(`
      addEventListener('load', () => console.log('load', document.readyState));
      await new Promise((done) => setTimeout(done, 5));
      addEventListener('load', () => console.log('too late'));
      console.log('end');`);
    expect(lines).toEqual(['load complete', 'end']);
  });
});

describe('a secure context', () => {
  test.each([
    ['https://app.example.com/', true],
    ['http://localhost:3000/', true],
    ['http://app.localhost:3000/', true],
    ['http://127.0.0.1:3000/', true],
    ['http://[::1]:3000/', true],
    ['http://app.example.com/', false],
    ['capacitor://localhost/', true],
    ['file:///index.html', true],
  ])('%s: %s', async (page, isSecure) => {
    expect((await runPage('console.log(isSecureContext)', undefined, { page })).lines).toEqual([String(isSecure)]);
  });
});

describe('errors that nobody catches', () => {
  test.each([
    ['chromium' as const, 'Uncaught (in promise) TypeError: Failed to fetch'],
    ['firefox' as const, 'TypeError: Failed to fetch'],
    ['webkit' as const, 'Unhandled Promise Rejection: TypeError: Failed to fetch'],
  ])('a rejection is printed as %s prints it', async (browser, line) => {
    const { browserLines, effects } = await runPage(`fetch('https://api.example.com/')`, () => null, { browser });
    expect(browserLines).toEqual([line]);
    expect(effects).toContainEqual({ type: 'settled' });
  });

  test('an error of the code itself ends it, and names its line', async () => {
    const { effects } = await runPage(`const user = undefined;\n\nconsole.log(user.name);`);
    expect(effects).toContainEqual({
      type: 'settled',
      error: {
        name: 'TypeError',
        message: "Cannot read properties of undefined (reading 'name')",
        line: 3,
        column: 18,
      },
    });
  });

  test('an error in a timer leaves the rest alive', async () => {
    const { browserLines, lines } = await runPage(`
      setTimeout(() => { throw new Error('first') }, 1);
      setTimeout(() => console.log('second'), 2);`);
    expect(browserLines).toEqual(['Uncaught Error: first']);
    expect(lines).toEqual(['second']);
  });
});
