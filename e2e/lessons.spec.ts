import { expect, test } from '@playwright/test';
import { retype, Workbench } from './workbench';

const allowingTrace = `app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('Access-Control-Allow-Methods', 'PUT');
  res.header('Access-Control-Allow-Headers', 'Content-Type, X-Trace');
  if (req.method === 'OPTIONS') return res.sendStatus(204);
  next();
});
app.put('/users/:id', (req, res) => res.json({ saved: true }));
`;

test('a lesson shows no future before the prediction, explains a wrong one, and is solved by its outcome', async ({
  page,
}) => {
  await page.goto('./#/lesson/allow-headers');
  const workbench = new Workbench(page);
  await expect(page.getByRole('heading', { name: 'Before you press Run' })).toBeVisible();
  await expect(workbench.verdict).toHaveCount(0);

  await page
    .getByRole('group', { name: 'Will the PUT reach the server?' })
    .getByRole('radio', { name: 'Yes', exact: true })
    .check();
  await workbench.run.click();
  await expect(page.getByText('Still open: “May the code read the answer?” Then it runs.').first()).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'May the code read the answer?' }).getByRole('radio').first(),
  ).toBeFocused();
  await page.getByRole('group', { name: 'May the code read the answer?' }).getByRole('radio', { name: 'No' }).check();
  await page.getByRole('button', { name: 'Lock in and run' }).click();
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await expect(page.getByText('The preflight’s answer does not name X-Trace')).toBeVisible();

  await retype(page, workbench.serverCode(), allowingTrace);
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await expect(page.getByRole('heading', { name: 'Solved' })).toBeVisible();
  await page.getByRole('link', { name: /^Next:/ }).click();
  await expect(page.getByRole('heading', { name: 'Expose-Headers', level: 1 })).toBeVisible();
  await page.goto('./#/course');
  await expect(page.getByText('1 of ')).toBeVisible();
});

test('an answer that opens too much is solved with a warning, and the attack can be watched', async ({ page }) => {
  await page.goto('./#/lesson/case-after-the-routes');
  const workbench = new Workbench(page);
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  const open = "app.use(require('cors')());\napp.get('/values', (req, res) => res.json([1, 2, 3]));\n";
  await retype(page, workbench.serverCode(), open);
  await expect(page.getByRole('heading', { name: 'Solved, but too open' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Course' })).toContainText('(solved, with a warning)');
  await expect(page.getByText('Solved, but everybody may read the values now.')).toBeVisible();
  await page.getByRole('button', { name: 'Watch it' }).click();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
});

test('looking at the solution does not count, and corrupt progress does not matter', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('cors-gate-by-gate/progress', '{"version":1,"lessons":'));
  await page.goto('./#/lesson/case-two-stars');
  for (const count of [1, 2, 3]) await page.getByRole('button', { name: `Hint ${count} of 3` }).click();
  await page.getByRole('button', { name: 'Show a solution' }).click();
  await expect(page.getByRole('heading', { name: 'The goal is met' })).toBeVisible();
  await page.goto('./#/course');
  await expect(page.getByText('0 of ')).toBeVisible();
});
