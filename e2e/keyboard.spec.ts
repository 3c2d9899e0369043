import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

const focused = (page: Page) => page.locator(':focus-visible');

test('the focus is never lost, where what had it goes away', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('No CORS headers');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.toStart();

  const toGate = workbench.timeline.getByRole('button', { name: 'To the closed gate' });
  await toGate.focus();
  await page.keyboard.press('Enter');
  await expect(toGate).toHaveAttribute('aria-disabled', 'true');
  await expect(toGate).toBeFocused();

  await workbench.inspector
    .getByRole('button', { name: /^Apply:/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await expect(workbench.inspector.locator(':focus-visible')).toHaveCount(1);

  await workbench.server.getByRole('tab', { name: 'Express' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(workbench.server.getByRole('tab', { name: 'Headers' })).toBeFocused();
  const remove = workbench.server.getByRole('button', { name: /^Delete Access-Control-Allow/ }).first();
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(workbench.server.locator(':focus-visible')).toHaveCount(1);
});

test('another page has the focus when it is opened with a key', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const link = page.getByRole('link', { name: 'Compare' }).first();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  // Until its code is there, the page has nothing that the focus could go on to.
  await expect(page.getByRole('heading', { name: 'Compare two runs' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus-visible')).toHaveCount(1);
  await expect(focused(page)).toHaveCount(1);
});
