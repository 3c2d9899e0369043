/**
 * Plays a run of many concurrent requests in a real Chromium, on the built site, each request drawn by itself and the whole
 * run in sight, and prints how long its frames took and what of that the main thread worked, in processor time:
 * `node scripts/bench-frames.mjs [--dist dist] [--requests 30] [--slower 1,4] [--seconds 8]`.
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
    requests: { type: 'string', default: '30' },
    slower: { type: 'string', default: '1,4' },
    seconds: { type: 'string', default: '8' },
  },
});

const document = {
  version: 1,
  page: 'https://app.example.com/',
  frontend: `const ids = Array.from({ length: ${Number(values.requests)} }, (_, id) => id);
await Promise.allSettled(ids.map((id) => fetch('https://api.example.com/users/' + id)));
`,
  servers: [
    {
      origin: 'https://api.example.com',
      kind: 'express',
      code: `app.get('/users/:id', (req, res) => {
  if (req.params.id % 2) res.set('Access-Control-Allow-Origin', '*');
  res.json({ id: req.params.id });
});
`,
    },
  ],
};

const server = staticServer(path.resolve(values.dist), '/');
const port = await listen(server, 4260, 4300);
const browser = await chromium.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });

for (const slower of values.slower.split(',').map(Number)) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const saved = JSON.stringify({ presetId: 'classic', draft: { document, held: [] }, left: {} });
  await page.addInitScript((text) => localStorage.setItem('cors-gate-by-gate/scenario', text), saved);
  await page.goto(`http://localhost:${port}/`);
  await page
    .getByRole('status', { name: 'Verdict' })
    .filter({ hasText: /^(Allowed|Blocked)/ })
    .waitFor();
  const tools = page.locator('.timeline .tools');
  await tools.getByRole('button', { name: 'Fold' }).click();
  await tools.getByRole('button', { name: 'Fit' }).click();
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  const stops = Number(await playhead.getAttribute('aria-valuemax')) + 1;
  // The rich editors come a little later; what they cost is not the picture's.
  await page.waitForTimeout(4000);
  const session = await context.newCDPSession(page);
  await playhead.focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(500);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const before = await worked(session);
  const frames = await page.evaluate(
    (milliseconds) =>
      new Promise((resolve) => {
        const times = [];
        const tick = (now) => {
          times.push(now);
          if (now - times[0] < milliseconds && document.querySelector('[data-playing="true"]'))
            requestAnimationFrame(tick);
          else resolve(times.slice(1).map((time, index) => time - times[index]));
        };
        requestAnimationFrame(tick);
      }),
    Number(values.seconds) * 1000,
  );
  const after = await worked(session);
  const reached = Number(await playhead.getAttribute('aria-valuenow')) + 1;
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
  console.log(
    `CPU 1/${slower}: ${stops} stops, ${reached} reached, ${frames.length} frames; ` +
      `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
  );
  const drawn = await page
    .locator('.timeline .score')
    .evaluateAll((all) => all.map((one) => one.querySelectorAll('*').length));
  const perFrame = Object.entries(after).map(
    ([name, ms]) => `${name} ${((ms - before[name]) / frames.length).toFixed(2)} ms`,
  );
  console.log(`  of the processor, a frame on average: ${perFrame.join(', ')}; ${drawn.join(' + ')} elements drawn`);
  await context.close();
}

await browser.close();
server.close();

/** Milliseconds of processor time that the page's main thread has worked. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const names = {
    TaskDuration: 'all',
    ScriptDuration: 'scripts',
    RecalcStyleDuration: 'style',
    LayoutDuration: 'layout',
  };
  return Object.fromEntries(
    metrics.filter(({ name }) => name in names).map(({ name, value }) => [names[name], value * 1000]),
  );
}
