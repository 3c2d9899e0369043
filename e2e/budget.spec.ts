import { expect, test } from '@playwright/test';
import { weighDist } from '../scripts/lib/weigh-dist.mjs';
import { Workbench } from './workbench';

test.use({ hasTouch: true, isMobile: true });

test('everything that is loaded up to the first verdict is counted in the budget', async ({ page, baseURL }) => {
  const loaded = new Set<string>();
  page.on('request', (request) => {
    const file = request.url().slice(String(baseURL).length);
    if (request.url().startsWith(String(baseURL)) && /\.(js|html)$/.test(file)) loaded.add(file);
  });
  await new Workbench(page).open();
  const { files } = await weighDist();
  const counted = new Set(files.filter(({ phase }) => phase !== 'later').map(({ file }) => file));
  expect(loaded.size).toBeGreaterThan(5);
  expect([...loaded].filter((file) => !counted.has(file))).toEqual([]);
});
