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
