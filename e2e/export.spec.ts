import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './workbench';

async function exported(page: Page, label: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByText('Export', { exact: true }).click();
  await page.getByRole('button', { name: label }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a run goes along as a picture, a diagram and an archive', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');

  const svg = await exported(page, 'Picture as SVG');
  expect(svg.name).toBe('cors-run.svg');
  const drawing = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: documentElement.nodeName,
      words: documentElement.textContent,
      classes: documentElement.querySelectorAll('[class]').length,
    };
  }, svg.bytes.toString());
  expect(drawing).toMatchObject({ root: 'svg', classes: 0 });
  expect(drawing.words).toContain('OPTIONS /users/1');
  expect(drawing.words).toContain('https://api.example.com');

  const png = await exported(page, 'Picture as PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(2000);

  const diagram = await exported(page, 'Mermaid sequence diagram');
  expect(diagram.bytes.toString()).toMatch(/^sequenceDiagram\n/);

  const archive = JSON.parse((await exported(page, 'Exchanges as HAR')).bytes.toString());
  expect(archive.log.entries.map((entry: { request: { method: string } }) => entry.request.method)).toEqual([
    'OPTIONS',
    'PUT',
  ]);
});

test('the picture of several requests at once names each of them', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith({
    version: 1,
    page: 'https://app.example.com/',
    frontend: `await Promise.allSettled(
  Array.from({ length: 5 }, (_, i) => fetch('https://api.example.com/items/' + i, { credentials: i ? 'omit' : 'include' })),
);`,
    servers: [
      {
        origin: 'https://api.example.com',
        kind: 'headers',
        routes: [{ method: '*', path: '*', status: 200, headers: [['Access-Control-Allow-Origin', '*']] }],
      },
    ],
  });
  const words = await page.evaluate(
    (text) =>
      Array.from(
        new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('text'),
        ({ textContent }) => textContent,
      ),
    (await exported(page, 'Picture as SVG')).bytes.toString(),
  );
  for (let item = 0; item < 5; item += 1) expect(words).toContain(`GET /items/${item}`);
  expect(words).toContain('Browser Chromium');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the picture is for white paper, whatever the page looks like: ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const workbench = new Workbench(page);
    await workbench.open();
    await expect(workbench.timeline).toContainText('GET /users');
    const shown = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(brightness(shown) > 128).toBe(theme === 'light');
    const svg = (await exported(page, 'Picture as SVG')).bytes.toString();
    const fill = /<rect width="\d+[^>]* fill="([^"]+)"/.exec(svg)?.[1] ?? '';
    expect(brightness(fill)).toBeGreaterThan(240);
    const words = [...svg.matchAll(/<text [^>]*fill="(rgb[^"]+)"/g)].map(([, ink]) => brightness(ink!));
    expect(words.length).toBeGreaterThan(10);
    expect(Math.max(...words)).toBeLessThan(160);
  });
}

/** Of a colour as browsers compute it: rgb(…). */
function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}

test('the address names the moment, and opens at it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toStart();
  await workbench.stepForward.click();
  await expect(page).toHaveURL(/#case=classic&at=0ms-cross-origin$/);
  await page.reload();
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '1');
  await workbench.toEnd();
  // The site opens with it: it needs no name.
  await expect(page).not.toHaveURL(/#/);
});
