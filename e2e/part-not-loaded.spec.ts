import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

// A service worker would hand out what it has kept.
test.use({ serviceWorkers: 'block' });

test('a panel whose code does not load says so in its place, and loads when asked again', async ({ page }) => {
  const code = /\/assets\/NetworkPanel-/;
  const workbench = new Workbench(page);
  await page.route(code, (route) => route.abort());
  await workbench.open();
  await workbench.toEnd();
  const panel = await workbench.inspect('Network');
  await expect(panel.getByRole('alert')).toContainText('did not load');
  await expect(workbench.verdict).toHaveText(/^(Allowed|Blocked)/);
  await expect(workbench.frontend).toContainText('fetch');

  const again = panel.getByRole('button', { name: 'Load it again' });
  await again.click();
  await expect(panel.getByRole('alert')).toContainText('did not load');

  await page.unroute(code);
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('table').first()).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(panel).toBeFocused();
});

test('a rich editor that does not load leaves the text area to write in', async ({ page }) => {
  await page.route(/\/assets\/RichEditor-/, (route) => route.abort());
  const workbench = new Workbench(page);
  const refused = page.waitForEvent('requestfailed', (request) => /RichEditor-/.test(request.url()));
  await workbench.open();
  await refused;
  await workbench.frontendCode().fill("fetch('/own');");
  await expect(workbench.frontendCode()).toHaveValue("fetch('/own');");
  await expect(page.getByText('did not load')).toHaveCount(0);
});

test('a link whose case does not load says so, and is opened by a reload', async ({ page }) => {
  const cases = /\/assets\/presets-/;
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  const workbench = new Workbench(page);
  await page.route(cases, (route) => route.abort());
  await page.goto('./#case=wrong-origin&at=0ms-cross-origin');
  await expect(page.getByRole('status', { name: 'Link' })).toContainText('a part of the site did not load');
  await expect(workbench.verdict).toHaveText(/^(Allowed|Blocked)/);
  expect(thrown).toEqual([]);

  await page.unroute(cases);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveValue('wrong-origin');
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '1');
});

test('every browser is at hand without the network once the first run is over', async ({ page }) => {
  const loaded = page.waitForResponse(/\/assets\/standard-[^/]*\.js$/);
  const workbench = new Workbench(page);
  await workbench.open();
  await (await loaded).finished();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('radio', { name: 'Standard' }).click();
  await expect(workbench.timeline.getByText('Fetch Standard')).toBeVisible();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
});
