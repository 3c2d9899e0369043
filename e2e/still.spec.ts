import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './workbench';

interface Shift {
  what: string;
  /** The upper one of where it stood and where it stands. */
  from: number;
}

/** What has moved by itself; what the browser ascribes to a press just before does not count. */
async function watchShifts(page: Page): Promise<() => Promise<Shift[]>> {
  await page.addInitScript(() => {
    const found: Shift[] = [];
    Object.assign(window, { found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        hadRecentInput: boolean;
        sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[])
        for (const { node, previousRect, currentRect } of entry.hadRecentInput ? [] : entry.sources)
          if (node?.nodeType === 1) found.push({ what: node.className, from: Math.min(previousRect.y, currentRect.y) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { found: Shift[] }).found);
}

test('on a phone nothing moves by itself on a first visit, and while Run plays the picture stays where it is', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'no-preference',
    baseURL,
  });
  const page = await context.newPage();
  const shifts = await watchShifts(page);
  const workbench = new Workbench(page);
  await workbench.open();
  await expect(workbench.timeline.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(workbench.timeline.getByText('readable')).toBeVisible();
  const picture = workbench.timeline.locator('.picture');
  const { y, height } = (await picture.boundingBox())!;
  expect(await shifts()).toEqual([]);

  await workbench.run.click();
  await expect(workbench.timeline.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(workbench.timeline.getByRole('button', { name: 'Play', exact: true })).toBeVisible({ timeout: 60_000 });
  expect((await picture.boundingBox())!.y).toBe(y);
  // What stands below makes room for the callouts, and comes up at the end.
  for (const { from, what } of await shifts()) expect(from, what).toBeGreaterThanOrEqual(y + height);
  await context.close();
});
