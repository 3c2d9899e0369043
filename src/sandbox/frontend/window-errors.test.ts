import { describe, expect, test } from 'vitest';
import { runPage } from '../testing/open-page';

const fails = `fetch('https://api.example.com/');`;

describe('what nobody catches, told to the window first', () => {
  test('a rejection, with its promise and its reason; then it is printed', async () => {
    const { lines, browserLines } = await runPage(
      `addEventListener('unhandledrejection', ({ type, promise, reason, cancelable }) => {
        console.log(type, promise === asked, reason.message, cancelable);
      });
      const asked = ${fails}`,
      () => null,
    );
    expect(lines).toEqual(['unhandledrejection true Failed to fetch true']);
    expect(browserLines).toEqual(['Uncaught (in promise) TypeError: Failed to fetch']);
  });

  test.each([
    ['preventDefault()', `addEventListener('unhandledrejection', (event) => event.preventDefault());`],
    ['a handler that returns false', `window.onunhandledrejection = () => false;`],
  ])('a rejection is kept out of the console by %s', async (_, taking) => {
    const { browserLines } = await runPage(taking + fails, () => null);
    expect(browserLines).toEqual([]);
  });

  test('a handler that returns nothing keeps nothing out', async () => {
    const { browserLines } = await runPage(`onunhandledrejection = () => {};` + fails, () => null);
    expect(browserLines).toHaveLength(1);
  });

  test('also of the page’s own code', async () => {
    const { lines, browserLines } = await runPage(
      `addEventListener('unhandledrejection', (event) => { event.preventDefault(); console.log(event.reason.message); });
      await ${fails}`,
      () => null,
    );
    expect(lines).toEqual(['Failed to fetch']);
    expect(browserLines).toEqual([]);
  });

  test.each([
    ['chromium' as const, 'Uncaught Error: broken'],
    ['firefox' as const, 'Error: broken'],
    ['webkit' as const, 'Error: broken'],
  ])('an error, with its place, in the words of %s', async (browser, message) => {
    const { lines, browserLines } = await runPage(
      `window.onerror = (...told) => console.log(JSON.stringify(told.slice(0, 3)), told[4].message);
setTimeout(() => { throw new Error('broken'); });`,
      undefined,
      { browser },
    );
    expect(lines).toEqual([JSON.stringify([message, 'https://app.example.com/dir/', 2]) + ' broken']);
    expect(browserLines).toHaveLength(1);
  });

  test.each([
    ['preventDefault()', `addEventListener('error', (event) => event.preventDefault());`],
    ['a handler that returns true', `onerror = () => true;`],
  ])('an error is kept out of the console by %s', async (_, taking) => {
    const { browserLines } = await runPage(`${taking} setTimeout(() => { throw new Error('broken'); });`);
    expect(browserLines).toEqual([]);
  });

  test('a listener that was taken away hears nothing', async () => {
    const { lines } = await runPage(
      `const hear = () => console.log('heard');
      addEventListener('unhandledrejection', hear);
      removeEventListener('unhandledrejection', hear);
      ${fails}`,
      () => null,
    );
    expect(lines).toEqual([]);
  });

  test('what a listener throws is printed, and not told again', async () => {
    const { browserLines } = await runPage(`addEventListener('error', () => { throw new Error('mine'); });
      setTimeout(() => { throw new Error('first'); });`);
    expect(browserLines).toEqual(['Uncaught Error: first', 'Uncaught Error: mine']);
  });
});
