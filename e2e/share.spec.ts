import { expect, test } from '@playwright/test';
import { encodeScenario } from '../src/scenario/share';
import { retype, Workbench } from './workbench';

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
  await expect(elsewhere).toHaveURL(/#scenario=1\./);
  await elsewhere.context().close();
});

test('a damaged link says so, and the work in the editors stays', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/typed');");
  await expect(workbench.frontend).toContainText('/typed');
  await page.goto('./#scenario=1.AAAA');
  await expect(page.getByRole('status', { name: 'Link' })).toContainText('This link cannot be opened');
  await expect(workbench.frontend).toContainText('/typed');
});

test('a second link opens what it carries, and the first stays in the menu', async ({ page }) => {
  const workbench = new Workbench(page);
  for (const number of ['1', '2']) {
    const code = await encodeScenario({
      version: 1,
      title: `Link ${number}`,
      page: 'https://app.example.com/',
      frontend: `await fetch('https://api.example.com/', { headers: { 'X-Number': '${number}' } });`,
      servers: [{ origin: 'https://api.example.com', kind: 'headers', routes: [] }],
    });
    await page.goto('about:blank');
    await page.goto(`./#scenario=${code}`);
    await expect(workbench.frontend).toContainText(`'X-Number': '${number}'`);
  }
  await workbench.choose('Link 1');
  await expect(workbench.frontend).toContainText("'X-Number': '1'");
});

test('a case that was edited is called that, and one that was replaced is nobody’s but the learner’s', async ({
  page,
  browser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const workbench = new Workbench(page);
  const cases = page.getByRole('combobox', { name: 'Case' });
  await workbench.open();
  await expect(cases.locator('option:checked')).toHaveText('The classic case');
  await workbench.frontend.getByRole('textbox', { name: 'Page URL' }).fill('https://shop.example/');
  await expect(cases.locator('option:checked')).toHaveText('The classic case, edited');

  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/mine');");
  await retype(page, workbench.serverCode(), "require('express')().get('/mine', (q, s) => s.send('ok')).listen(1);");
  await expect(page.locator('.picker-face').filter({ hasText: 'Your own case' })).toBeVisible();
  await expect(cases.locator('option:checked')).toHaveText('Your own, begun with “The classic case”');
  await expect(cases).toHaveValue('classic');

  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('status', { name: 'Link' })).toContainText('Link copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(workbench.frontend).toContainText('/mine');
  await expect(cases.locator('option:checked')).toHaveText('Your own, begun with “The classic case”');

  const elsewhere = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await elsewhere.goto(link);
  await expect(new Workbench(elsewhere).frontend).toContainText('/mine');
  await expect(elsewhere.getByRole('combobox', { name: 'Case' }).locator('option:checked')).toHaveText('A shared case');
  await elsewhere.context().close();
});
