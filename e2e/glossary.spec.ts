import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('a term in prose opens its definition, and the glossary shows it in its place', async ({ page }) => {
  await page.goto('./#/lesson/the-guard');
  const word = page.getByRole('button', { name: 'same-origin policy' });
  await word.click();
  const sheet = page.getByRole('note').filter({ visible: true });
  await expect(sheet).toContainText('It limits reading, not sending');
  const [at, beside] = [(await word.boundingBox())!, (await sheet.boundingBox())!];
  const below = beside.y - (at.y + at.height);
  const above = at.y - (beside.y + beside.height);
  expect(Math.max(below, above)).toBeLessThan(12);
  expect(beside.x).toBeLessThanOrEqual(at.x + at.width);
  await sheet.getByRole('link', { name: 'In the glossary' }).click();
  await expect(page).toHaveURL(/#\/glossary\/same-origin-policy$/);
  await expect(page.locator('#term-same-origin-policy')).toBeInViewport();

  await page.getByRole('searchbox', { name: 'Search' }).fill('seconds');
  await expect(page.getByRole('link', { name: 'Access-Control-Max-Age' })).toBeVisible();
  await expect(page.getByText(/^\d of \d+ terms$/)).toBeVisible();
  await page.goto('./#/glossary/no-such-term');
  await expect(page.getByRole('alert')).toHaveText('There is no term “no-such-term” here.');
});

test('a term at a gate of the timeline opens its definition', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('* with credentials');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.timeline.getByRole('button', { name: 'To the closed gate' }).click();
  await workbench.timeline.locator('.callout').getByRole('link', { name: 'credentials' }).click();
  await expect(page).toHaveURL(/#\/glossary\/credentials$/);
});
