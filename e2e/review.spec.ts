import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

async function opened(
  page: Page,
  title: string,
): Promise<{ workbench: Workbench; review: ReturnType<Page['getByRole']> }> {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose(title);
  await workbench.inspector.getByRole('tab', { name: 'Review' }).click();
  const review = workbench.inspector.getByRole('region', { name: 'Policy review' });
  await expect(review).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  return { workbench, review };
}

test('a finding is demonstrated by an attack on the workbench, and the learner’s scenario comes back as it was', async ({
  page,
}) => {
  const { workbench, review } = await opened(page, 'Express with the cors package');
  await expect(workbench.frontend).toContainText("name: 'Ada Lovelace'");
  const finding = review.getByRole('listitem').filter({ hasText: 'every host below preview.example.com is trusted' });
  await expect(finding).toContainText('Warning.');
  await finding.getByRole('button', { name: 'Watch: https://evil.preview.example.com reads PATCH /users/1' }).click();

  const notice = page.getByRole('status', { name: 'Demonstration' });
  await expect(notice).toContainText('Your own scenario waits unchanged.');
  await expect(workbench.frontend).toContainText('https://evil.preview.example.com');
  await expect(workbench.frontend).not.toContainText('X-Request-Id');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  // The review is still that of the learner's own scenario: the next finding is one press away.
  await expect(finding).toBeVisible();

  await notice.getByRole('button', { name: 'Back to my scenario' }).click();
  await expect(notice).toHaveCount(0);
  await expect(workbench.frontend).toContainText("name: 'Ada Lovelace'");
});

test('the way back survives a reload', async ({ page }) => {
  const { review } = await opened(page, 'A shared cache without Vary: Origin');
  await review
    .getByRole('button', { name: /^Watch:/ })
    .first()
    .click();
  await expect(page.getByRole('status', { name: 'Demonstration' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Back to my scenario' }).click();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveValue('poisoned-cache');
});

test('Back of the browser leads from a demonstration to the learner’s scenario', async ({ page }) => {
  const { workbench, review } = await opened(page, 'A shared cache without Vary: Origin');
  const entries = (): Promise<number> => page.evaluate(() => history.length);
  const before = await entries();
  const watch = review.getByRole('button', { name: /^Watch:/ }).first();
  const notice = page.getByRole('status', { name: 'Demonstration' });
  await watch.click();
  await expect(notice).toBeVisible();
  await expect.poll(entries).toBe(before + 1);
  await page.goBack();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveValue('poisoned-cache');
  await expect(workbench.verdict).toBeVisible();

  // The button takes the entry along: Back need not be pressed for it.
  const entry = (): Promise<string | undefined> =>
    page.evaluate(() => (history.state as { demonstration?: string }).demonstration);
  await watch.click();
  await expect.poll(entry).toBe('shown');
  await notice.getByRole('button', { name: 'Back to my scenario' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(entry).toBe('before');

  // And so does a case that is chosen meanwhile.
  await watch.click();
  await expect.poll(entry).toBe('shown');
  await workbench.choose('No CORS headers');
  await expect(notice).toHaveCount(0);
  await expect.poll(entry).toBe('before');
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveValue('no-cors-headers');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  expect(await entries()).toBe(before + 1);
});

test('the attack view says what a page of a stranger can do although it may not read, and shows it', async ({
  page,
}) => {
  const { workbench } = await opened(page, 'A bank, and evil.example');
  const view = workbench.inspector.getByRole('region', { name: 'Attack view' });
  await expect(view).toContainText('CORS does not prevent that', { timeout: 60_000 });
  const form = view.getByRole('row', { name: /POST \/transfer by form/ });
  await expect(form).toContainText('with session');
  await expect(form).toContainText('accounts.ada, accounts.mallory');
  await form.getByRole('button', { name: /^Watch/ }).click();
  await expect(page.getByRole('status', { name: 'Demonstration' })).toContainText('POST /transfer by form');
  await expect(workbench.frontend).toContainText("form.action = 'https://bank.example/transfer'");
});

test('the verdict on a demonstration says whose cookies the stranger reads with', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith({
    version: 1,
    page: 'http://localhost:3000/',
    frontend: `await fetch('http://localhost:4000/users/1', { method: 'PUT', body: '{}' });`,
    servers: [
      {
        origin: 'http://localhost:4000',
        kind: 'express',
        code: `const app = require('express')();\napp.use(require('cors')());\napp.put('/users/:id', (req, res) => res.send('saved'));`,
      },
    ],
  });
  await workbench.inspector.getByRole('tab', { name: 'Review' }).click();
  const view = workbench.inspector.getByRole('region', { name: 'Attack view' });
  const row = view.getByRole('row', { name: /PUT \/users\/1 by fetch without credentials/ });
  await expect(row).toContainText('without cookies', { timeout: 60_000 });
  await row.getByRole('button', { name: /^Watch/ }).click();
  await expect(workbench.frontend).toContainText('Without credentials: no cookies go along.');
  await expect(workbench.verdict).toContainText('evil.example may read it, without the visitor’s cookies.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the review, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', baseURL });
    const page = await context.newPage();
    const { workbench } = await opened(page, 'Express with the cors package');
    await expect(workbench.inspector.getByRole('row', { name: /PATCH/ })).toBeVisible({ timeout: 60_000 });
    await workbench.inspector.getByText('What was tried').click();
    const { violations } = await new AxeBuilder({ page }).include('.inspector').analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
    ).toEqual([]);
    await context.close();
  });
}
