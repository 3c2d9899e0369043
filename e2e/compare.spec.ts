import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, test } from '@playwright/test';
import { complaints, Workbench } from './workbench';

test('all three browsers say in their own words what blocked the request, part by part', async ({ page }) => {
  const found = complaints(page);
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('No CORS headers');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.toEnd();
  await bench.inspector.getByRole('button', { name: 'All three browsers' }).click();
  const browsers = bench.inspector.getByRole('region', { name: 'What all three browsers say' });
  await expect(browsers.getByRole('region')).toHaveCount(3);
  await expect(browsers).toContainText('All decide alike; only their words differ.');
  await expect(browsers.getByRole('region', { name: 'Firefox' })).toContainText(
    '(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
  );
  await expect(browsers.getByRole('region', { name: 'WebKit' })).toContainText('TypeError: Load failed');

  const chromium = browsers.getByRole('region', { name: 'Chromium' });
  const message = chromium.getByRole('group', { name: 'What Chromium prints' });
  await message.getByRole('button', { name: /^from origin/ }).click();
  await expect(chromium).toContainText('The page that asked: scheme, host and port.');
  await page.keyboard.press('ArrowRight');
  await expect(message.getByRole('button', { name: /^has been blocked by CORS policy/ })).toBeFocused();
  await expect(chromium).toContainText('It is the browser that blocks, not the server.');
  expect((await new AxeBuilder({ page }).include('.inspector').analyze()).violations).toEqual([]);
  expect(found).toEqual([]);
});

test('a decision says why in a sentence, and where the standard and MDN speak of it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('No CORS headers');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.toEnd();
  const ladder = bench.inspector.getByRole('table');
  await expect(ladder).toContainText('the answer has no Access-Control-Allow-Origin header');
  await expect(ladder.getByRole('link', { name: 'Fetch: CORS check' })).toHaveAttribute(
    'href',
    'https://fetch.spec.whatwg.org/#concept-cors-check',
  );
  await expect(ladder.getByRole('link', { name: /^MDN: Reason: CORS header/ })).toHaveAttribute(
    'href',
    'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors/CORSMissingAllowOrigin',
  );
  await ladder.getByRole('button', { name: 'Cross-origin?' }).click();
  await expect(ladder).toContainText('The request is cross-origin');
  await expect(bench.playhead).toHaveAttribute('aria-valuetext', /[Cc]ross-origin/);
});

test('two pages are compared, and the link opens the same comparison elsewhere', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.goto('./#/compare');
  const finding = page.getByRole('status');
  await expect(finding).toContainText(/No difference|The first difference/);
  await page.getByRole('radio', { name: 'Two pages' }).click();
  await expect(finding).toContainText('CORS check failed');
  await expect(finding).toContainText('https://evil.example');
  const steps = page.getByRole('list', { name: 'Both runs, step by step' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'First difference' })).toContainText('differs');
  await expect(page).toHaveURL(/by=origin.*scenario=/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole('status')).toHaveText((await finding.textContent()) ?? '');
});

test('before and after an edit stand side by side on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = new Workbench(page);
  await bench.open();
  await page.getByRole('tab', { name: 'Server' }).click();
  await bench.server.getByRole('combobox', { name: 'Server kind' }).selectOption({ label: 'Headers' });
  await page.goto('./#/compare?by=edit');
  await expect(page.getByRole('heading', { name: 'Before' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Now' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText(/Both end allowed/);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

test('the run before the last edit is offered beside the case as it came', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A request that needs no preflight');
  await bench.server.getByRole('switch', { name: /Access-Control-Allow-Origin/ }).click();
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.frontend.getByRole('textbox', { name: 'Page URL' }).fill('https://other.example.com/');
  await expect(bench.frontend.getByRole('textbox', { name: 'Page URL' })).toHaveValue('https://other.example.com/');
  await expect(page.getByText('edited, not run yet')).toHaveCount(0);
  await page.goto('./#/compare?by=edit');
  const before = page.getByRole('combobox', { name: 'Before' });
  await expect(before.locator('option:checked')).toHaveText('The run before');
  await expect(page.getByRole('status')).toContainText('Both end blocked');
  await before.selectOption({ label: 'As it came' });
  await expect(page.getByRole('status')).toContainText('The first difference');
});

test('the run before the last edit is still there after a reload', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A request that needs no preflight');
  await bench.server.getByRole('switch', { name: /Access-Control-Allow-Origin/ }).click();
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.frontend.getByRole('textbox', { name: 'Page URL' }).fill('https://other.example.com/');
  await expect(page.getByText('edited, not run yet')).toHaveCount(0);
  await expect(page).toHaveURL(/#scenario=/);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('cors-gate-by-gate/run-before'))).not.toBeNull();
  await page.reload();
  await expect(bench.verdict).toHaveText(/^Blocked/);
  // The address is noted once what is kept has been taken up.
  await bench.toStart();
  await expect(page).toHaveURL(/at=0ms/);
  await page.goto('./#/compare?by=edit');
  const before = page.getByRole('combobox', { name: 'Before' });
  await expect(before.locator('option:checked')).toHaveText('The run before');
  await expect(page.getByRole('status')).toContainText('Both end blocked');
});

test('where one edit is typed after another, the run between them is before', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const pageUrl = bench.frontend.getByRole('textbox', { name: 'Page URL' });
  await pageUrl.fill('https://first.example.com/');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.run.click();
  await bench.toEnd();
  await pageUrl.fill('https://app.example.com/');
  await expect(bench.verdict).toHaveText(/^Allowed/);
  await page.goto('./#/compare?by=edit');
  await expect(page.getByRole('combobox', { name: 'Before' }).locator('option:checked')).toHaveText('The run before');
  await expect(page.getByRole('status')).toContainText('In the end: Before blocked, Now allowed.');
});

test('where only the console words differ, both stand there with the differing words marked', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('No CORS headers');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await page.goto('./#/compare?by=browser&browser=chromium&browser=firefox');
  await expect(page.getByRole('status')).toContainText('Only the console words differ');
  const words = page.getByRole('region', { name: 'What stands in the console' });
  const [chromium, firefox] = ['Chromium', 'Firefox'].map((name) => words.getByRole('figure', { name }).first());
  await expect(chromium!).toContainText('has been blocked by CORS policy');
  await expect(chromium!.locator('mark').filter({ hasText: 'has been blocked by CORS policy' })).toHaveCount(1);
  await expect(firefox!).toContainText('(Reason: CORS header ‘Access-Control-Allow-Origin’ missing)');
  await expect(firefox!.locator('mark').filter({ hasText: 'https://api.example.com/users' })).toHaveCount(0);
  const top = async (side: Locator) => (await side.boundingBox())!.y;
  expect(await top(chromium!)).toBe(await top(firefox!));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await top(firefox!)).toBeGreaterThan(await top(chromium!));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
