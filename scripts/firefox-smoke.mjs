/**
 * The main job in Firefox, on the built site under a sub-path. Playwright drives only a Firefox of its own;
 * this one is the installed one, driven over WebDriver BiDi.
 */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';
import { listen, staticServer } from './lib/static-server.mjs';

const base = '/some/path/';
/** Milliseconds. Python starts from nothing in one of the cases, and the machine may be busy. */
const patience = 240_000;

const executablePath = await findBrowser('firefox');
if (!executablePath) {
  console.error('No Firefox was found. FIREFOX_PATH names its program.');
  process.exit(1);
}

const server = staticServer(path.join(root, 'dist'), base);
const port = await listen(server, 4240, 4290);
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(`http://localhost:${port}${base}`);
  await verdict(page, 'the classic case', 'Allowed');
  await choose(page, 'no-cors-headers');
  await verdict(page, 'no CORS headers', 'Blocked');
  await choose(page, 'preflighted-put');
  await verdict(page, 'a preflighted PUT', 'Allowed');
  await choose(page, 'method-not-allowed');
  await verdict(page, 'a method that is not allowed', 'Blocked');
  await page.reload();
  await verdict(page, 'the same after a reload', 'Blocked');
  await choose(page, 'flask-cors');
  await verdict(page, 'Flask', 'Allowed');
  await choose(page, 'django-no-scheme');
  await verdict(page, 'Django, with an origin that its check refuses', 'Blocked');
  await choose(page, 'django-cors-headers');
  await verdict(page, 'Django', 'Allowed');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}

async function choose(page, id) {
  await page.waitForSelector(`select option[value="${id}"]`, { timeout: patience });
  await page.evaluate((value) => {
    const select = document.querySelector(`option[value="${value}"]`).closest('select');
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, id);
}

async function verdict(page, name, word) {
  const deadline = Date.now() + patience;
  let text = '';
  while (!text.startsWith(word)) {
    if (Date.now() > deadline) throw new Error(`Firefox: ${name}: expected ${word}, got "${text}"`);
    await wait(100);
    text = await page.evaluate(() => document.querySelector('[role=status][aria-label=Verdict]')?.textContent ?? '');
  }
  console.log(`Firefox: ${name}: ${word}`);
}
