import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('who adds a server or an earlier visit is told what is shown now, and led back', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();

  await bench.server.getByRole('button', { name: 'Server setup' }).click();
  await bench.server.getByRole('button', { name: 'Add a server' }).press('Enter');
  await expect(bench.server.getByText('This is the new one, 2 of 2; the others are unchanged.')).toBeVisible();
  const back = bench.server.getByRole('button', { name: 'Back to api.example.com' });
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bench.server.getByRole('textbox', { name: 'Server origin' })).toHaveValue('https://api.example.com');
  await expect(bench.server).toContainText('express');

  await bench.frontend.getByRole('button', { name: 'Frontend setup' }).click();
  await bench.frontend.getByRole('button', { name: 'Add an earlier visit' }).click();
  await expect(bench.frontend.getByText('This is an earlier visit, and runs first.')).toBeVisible();
  await bench.frontend.getByRole('button', { name: 'Back to the page’s own code' }).click();
  await expect(bench.frontend).toContainText('fetch');
});

test('a review that finds nothing says what it looked for, and what stands in the attack view', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A form that moves money');
  await bench.inspect('Review');
  const review = page.getByRole('region', { name: 'Policy review' });
  await expect(review).toContainText('Nothing found. For this page, for strangers and for look-alikes,');
  await expect(review).toContainText('can change all the same stands under “Seen from”.');
});

test('what a safelisted method is, is a press away from the first of the three questions', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.toEnd();
  const why = await bench.inspect('Why');
  await expect(why.getByRole('link', { name: 'safelisted method' }).first()).toHaveAttribute(
    'href',
    '#/glossary/cors-safelisted-method',
  );
});

test('the playhead scrolls an editor only as far as brings the marked line into sight', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(bench.serverCode()).toHaveClass(/native-edit-context|inputarea/);
  await bench.toStart();
  const box = async (selector: string) => (await bench.server.locator(selector).first().boundingBox())!;
  const before = (await box('.view-lines')).y;
  // Line 12, below the editor's edge.
  while (!(await bench.server.locator('.mark-line').first().isVisible())) await bench.stepForward.click();
  const line = await box('.mark-line');
  const editor = await box('.monaco-editor');
  expect(line.y + line.height).toBeLessThanOrEqual(editor.y + editor.height + 1);
  expect(before - (await box('.view-lines')).y).toBeLessThan(4 * line.height);
});

test('a run that was played stands where it was left, for who comes back to it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.run.click();
  await expect(bench.timeline).toHaveAttribute('data-playing', 'true');
  await bench.toEnd();
  const last = (await bench.playhead.getAttribute('aria-valuemax'))!;
  await page.getByRole('link', { name: 'Compare', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Compare two runs' })).toBeVisible();
  await page.goBack();
  await expect(bench.playhead).toHaveAttribute('aria-valuenow', last);
  await expect(bench.timeline).toHaveAttribute('data-playing', 'false');
});
