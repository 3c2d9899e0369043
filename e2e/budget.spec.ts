import { expect, test } from '@playwright/test';
import { weighDist } from '../scripts/lib/weigh-dist.mjs';
import { Workbench } from './workbench';

test.use({ hasTouch: true, isMobile: true });

test('everything that is loaded up to the first verdict is counted in the budget', async ({ page, baseURL }) => {
  const loaded = new Set<string>();
  let isThere = false;
  await page.exposeFunction('verdictIsThere', () => {
    isThere = true;
  });
  await page.addInitScript(() => {
    const { verdictIsThere } = window as unknown as { verdictIsThere: () => void };
    new MutationObserver((_, observer) => {
      const verdict = document.querySelector('[role="status"][aria-label="Verdict"]');
      if (!verdict?.textContent) return;
      observer.disconnect();
      verdictIsThere();
    }).observe(document, { childList: true, subtree: true });
  });
  page.on('request', (request) => {
    const file = request.url().slice(String(baseURL).length);
    if (!isThere && request.url().startsWith(String(baseURL)) && /\.(js|html)$/.test(file)) loaded.add(file);
  });
  await new Workbench(page).open();
  // What comes once the workbench rests, such as the review, comes later.
  const early = [...loaded];
  expect(isThere).toBe(true);
  const { files } = await weighDist();
  const counted = new Set(files.filter(({ phase }) => phase !== 'later').map(({ file }) => file));
  expect(early.length).toBeGreaterThan(5);
  expect(early.filter((file) => !counted.has(file))).toEqual([]);
});
