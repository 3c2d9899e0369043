import { expect, test } from '@playwright/test';

test('a drill is done with the number keys alone, says why, shows the run, and keeps its result', async ({ page }) => {
  await page.goto('./#/drill');
  await page.getByRole('heading', { name: 'Drill' }).waitFor();
  const next = page.getByRole('button', { name: /^(Next question|Result)$/ });

  await page.keyboard.press('1');
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText(/^(Right\.|Not so\.) [A-Z].+\./);
  await expect(next).toBeFocused();
  await expect(page.locator('.drill-marks i.right, .drill-marks i.wrong')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');

  for (let question = 2; question <= 20; question++) {
    await expect(page.getByText(`Question ${question} of 20`)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Question' }).getByRole('heading')).toBeFocused();
    if (question === 13) {
      await page.goto('./#/course');
      await page.getByRole('link', { name: 'Questions without end' }).click();
      await expect(page.getByText('You left this run at question 13. It goes on here.')).toBeVisible();
    }
    await page.keyboard.press('1');
    await expect(next).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('status')).toContainText(/\d+ of 20 were right(, \d+ (was|were) not)?, in \d+/);
  await expect(page.getByRole('heading', { name: 'What went wrong' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'To the course' })).toBeVisible();
  await page.reload();
  const kept = await page.evaluate(() => localStorage.getItem('cors-gate-by-gate/drill'));
  expect(JSON.parse(kept ?? '')).toMatchObject({ runs: [{ length: 20 }] });
});

test('of two quick keys the first is the answer', async ({ page }) => {
  await page.goto('./#/drill');
  await page.getByRole('heading', { name: 'Drill' }).waitFor();
  // Both in one task: nothing can be drawn, and no run can end, between them.
  await page.evaluate(() => {
    for (const key of ['2', '1']) window.dispatchEvent(new KeyboardEvent('keydown', { key }));
  });
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  const marked = page.getByRole('list', { name: 'Answers' }).getByRole('listitem').nth(1);
  await expect(marked).toContainText(/right|not so/);
});
