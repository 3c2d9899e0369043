/** Draws docs/screenshot.png from the built site: the README's picture. `npm run screenshot` after a build. */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';
import { listen, staticServer } from './lib/static-server.mjs';

const executablePath = await ensureBrowser('chromium');
if (!executablePath) process.exit(1);
const server = staticServer(path.join(root, 'dist'));
const port = await listen(server, 4340, 4390);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`http://localhost:${port}/`);
  const verdict = page.getByRole('status', { name: 'Verdict' });
  await verdict.getByText(/^Allowed/).waitFor();
  await page.getByRole('combobox', { name: 'Case' }).selectOption('method-not-allowed');
  await verdict.getByText(/^Blocked/).waitFor();
  await page.locator('.monaco-editor').first().waitFor();
  await page.getByRole('button', { name: 'To the closed gate' }).click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(root, 'docs/screenshot.png'), animations: 'disabled' });
} finally {
  await browser.close();
  server.close();
}
console.log('docs/screenshot.png');
