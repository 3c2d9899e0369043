/**
 * How long a run takes in a real Chromium on the built site, from the press of Run to the result, for the first case (Express):
 * `node scripts/bench-run.mjs [--dist dist] [--runs 40]`.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';
import { listen, staticServer } from './lib/static-server.mjs';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: path.join(root, 'dist') },
    runs: { type: 'string', default: '40' },
  },
});

const server = staticServer(path.resolve(values.dist), '/');
const port = await listen(server, 4260, 4300);
const browser = await chromium.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
await page.goto(`http://localhost:${port}/`);
await page
  .getByRole('status', { name: 'Verdict' })
  .filter({ hasText: /^Allowed/ })
  .waitFor();
// The rich editors come a little later; what they cost is not the run's.
await page.waitForTimeout(4000);

const button = await page.getByRole('button', { name: 'Run', exact: true }).elementHandle();
const times = [];
for (let count = 0; count < Number(values.runs); count += 1) {
  times.push(
    await page.evaluate(
      (run) =>
        new Promise((resolve) => {
          let began = 0;
          const observer = new MutationObserver(() => {
            if (run.getAttribute('aria-busy') === 'true') return;
            observer.disconnect();
            resolve(performance.now() - began);
          });
          observer.observe(run, { attributes: true, attributeFilter: ['aria-busy'] });
          began = performance.now();
          run.click();
        }),
      button,
    ),
  );
  await page.waitForTimeout(300);
}
await browser.close();
server.close();

const sorted = [...times].sort((one, other) => one - other);
const share = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0);
console.log(
  `Express, from Run to result: median ${share(0.5)} ms, nine in ten within ${share(0.9)} ms, ${times.length} runs`,
);
