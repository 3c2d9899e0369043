import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('a link carries what is being edited to another browser', async ({ page, browser, baseURL }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A header that is not allowed');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await page.getByRole('radio', { name: 'Firefox' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('status', { name: 'Link' })).toContainText('Link copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${baseURL}#scenario=1.`)).toBe(true);

  const elsewhere = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await elsewhere.goto(link);
  const opened = new Workbench(elsewhere);
  await expect(opened.verdict).toHaveText(/^Blocked/);
  await expect(elsewhere.getByRole('radio', { name: 'Firefox' })).toBeChecked();
  await expect(elsewhere).toHaveURL(baseURL!);
  await elsewhere.context().close();
});

test('a damaged link says so, and the work in the editors stays', async ({ page }) => {
  await page.goto('./#scenario=1.AAAA');
  const workbench = new Workbench(page);
  await expect(page.getByRole('status', { name: 'Link' })).toContainText('This link cannot be opened');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
});
