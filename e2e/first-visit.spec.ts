import { expect, test } from '@playwright/test';
import { complaints, Workbench } from './workbench';

test('the classic case has run when the page opens, under a sub-path', async ({ page }) => {
  const found = complaints(page);
  const workbench = new Workbench(page);
  await workbench.open();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await expect(page.getByRole('combobox', { name: 'Case' })).toHaveValue('classic');
  for (const region of [workbench.frontend, workbench.server, workbench.timeline, workbench.inspector]) {
    await expect(region).toBeVisible();
  }
  expect(found).toEqual([]);
});

test('nothing is loaded from anywhere but the site itself', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.hostname !== 'localhost') foreign.push(request.url());
  });
  const workbench = new Workbench(page);
  await workbench.open();
  await expect(workbench.frontend.locator('.monaco-editor').first()).toBeVisible();
  expect(foreign).toEqual([]);
});

test('every exchange stands in the network table, the preflight apart from the request', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await workbench.toEnd();
  const panel = await workbench.inspect('Network');
  await expect(panel.getByRole('button', { name: 'PUT', exact: true })).toHaveCount(1);
  await expect(panel.getByText(/access-control-request-method/i).first()).toBeVisible();
  await panel.getByRole('button', { name: 'OPTIONS', exact: true }).click();
  await expect(panel.getByText(/access-control-request-method/i).first()).toBeHidden();
});

test('where no service worker is to be had, runs work all the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ serviceWorkers: 'block', baseURL });
  const workbench = new Workbench(await context.newPage());
  await workbench.open();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await workbench.choose('No CORS headers');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await context.close();
});

test('the next run works after the browser has stopped the service worker', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await workbench.choose('No CORS headers');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
});
