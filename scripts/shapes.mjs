/**
 * Draws every kind of stop and every reason of the engine's closed list from real simulated runs, to look at:
 * `npm run shapes -- --size 1440x900 --scheme light` after a build. One PNG each and contact sheets in `.cache/shapes/`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { runTypeScript } from './import-typescript.mjs';
import { ensureBrowser } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';
import { listen, staticServer } from './lib/static-server.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1440x900' },
    scheme: { type: 'string', default: 'light' },
    only: { type: 'string', default: '' },
    again: { type: 'boolean', default: false },
  },
});
const [width, height] = values.size.split('x').map(Number);
const folder = path.join(root, '.cache/shapes', `${width}-${values.scheme}`);
const list = path.join(root, '.cache/shapes/shapes.json');
await mkdir(folder, { recursive: true });
if (!values.again) {
  process.argv.splice(2, process.argv.length, list);
  await runTypeScript('scripts/shapes/main.ts');
}
const shapes = JSON.parse(await readFile(list, 'utf8')).filter(({ name }) => name.includes(values.only));

const executablePath = await ensureBrowser('chromium');
if (!executablePath) process.exit(1);
const server = staticServer(path.join(root, 'dist'));
const port = await listen(server, 4391, 4420);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: /** @type {'light' | 'dark'} */ (values.scheme),
    reducedMotion: 'reduce',
  });
  const drawn = [];
  for (const { name, scenario, moment } of shapes) {
    const page = await context.newPage();
    const saved = JSON.stringify({ presetId: 'classic', draft: { document: scenario, held: [] }, left: {} });
    await page.addInitScript((text) => {
      if (window.top === window) localStorage.setItem('cors-gate-by-gate/scenario', text);
    }, saved);
    await page.goto(`http://localhost:${port}/#at=${moment}`);
    await page.getByRole('status', { name: 'Verdict' }).filter({ hasText: /\w/ }).waitFor();
    await page.locator('.timeline .tools .tool').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(200);
    const file = path.join(folder, `${name.replace(/\W+/g, '-')}.png`);
    await page.locator('.timeline').screenshot({ path: file });
    drawn.push({ name, file });
    await page.close();
  }
  await contactSheets(await context.newPage(), drawn);
} finally {
  await browser.close();
  server.close();
}

/** @param {import('@playwright/test').Page} page @param {{ name: string, file: string }[]} drawn */
async function contactSheets(page, drawn) {
  const columns = width > 800 ? 2 : 6;
  const perSheet = width > 800 ? 12 : 18;
  await page.setViewportSize({ width: 1800, height: 1000 });
  for (let from = 0; from < drawn.length; from += perSheet) {
    const cells = await Promise.all(
      drawn.slice(from, from + perSheet).map(async ({ name, file }) => {
        const data = (await readFile(file)).toString('base64');
        return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
      }),
    );
    await page.setContent(
      `<style>body{display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;margin:8px;font:12px sans-serif}figure{margin:0}img{width:100%;border:1px solid #999}</style>${cells.join('')}`,
    );
    await writeFile(path.join(folder, `sheet-${from / perSheet}.png`), await page.screenshot({ fullPage: true }));
  }
  console.log(`${drawn.length} pictures in ${path.relative(root, folder)}`);
}
