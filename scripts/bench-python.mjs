/**
 * How long Python takes on the built site, in Chromium: from opening a Flask or Django case on a cold cache to its first verdict,
 * on a second visit, and later runs. Prints milliseconds beside what they may be. `npm run bench:python` after `npm run build`.
 */
import path from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';
import { listen, staticServer } from './lib/static-server.mjs';

const limits = { flask: 8000, django: 10_000, later: 150 };
const cases = { flask: 'flask-cors', django: 'django-cors-headers' };

const server = staticServer(path.join(root, 'dist'), '/');
const port = await listen(server, 4240, 4290);
const browser = await chromium.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
const rows = [];
try {
  for (const [kind, id] of Object.entries(cases)) {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await page.goto(`http://localhost:${port}/`);
    await allowed(page);
    rows.push([`${kind}: opened on a cold cache`, await run(page, id), limits[kind]]);
    const later = [];
    for (let times = 0; times < 11; times += 1) later.push(await run(page));
    rows.push([`${kind}: later runs, median`, later.toSorted((one, other) => one - other)[5], limits.later]);
    const began = Date.now();
    await page.reload();
    await allowed(page);
    rows.push([`${kind}: second visit, from the reload`, Date.now() - began, limits[kind]]);
    await page.context().close();
  }
} finally {
  await browser.close();
  server.close();
}
for (const [what, took, limit] of rows) {
  console.log(`${what.padEnd(36)} ${String(took).padStart(6)} ms of ${limit} (${(took / limit).toFixed(2)})`);
}

/** Opens a case, or presses Run, and waits for the run to end. @returns milliseconds */
function run(page, id) {
  return page.evaluate(
    (value) =>
      new Promise((resolve) => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Run'));
        const began = performance.now();
        let isRunning = false;
        new MutationObserver((_records, observer) => {
          const was = isRunning;
          isRunning = button.getAttribute('aria-busy') === 'true';
          if (!was || isRunning) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(Math.round(performance.now() - began)));
        }).observe(button, { attributes: true });
        if (value === undefined) return button.click();
        const select = document.querySelector(`option[value="${value}"]`).closest('select');
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    id,
  );
}

async function allowed(page) {
  await page.waitForFunction(
    () => document.querySelector('[role=status][aria-label=Verdict]')?.textContent.startsWith('Allowed'),
    null,
    { timeout: 120_000 },
  );
}
