import { readFileSync } from 'node:fs';
import { type Browser, expect, test } from '@playwright/test';
import { retype, Workbench } from './workbench';

/** A link that somebody else follows: with a browser of their own, or with work of theirs in it. */
async function followed(browser: Browser, link: string, before?: (workbench: Workbench) => Promise<void>) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const workbench = new Workbench(page);
  if (before) {
    await page.goto(link.replace(/#.*/, ''));
    await expect(workbench.verdict).toHaveText(/^(Allowed|Blocked)/);
    await before(workbench);
    await page.goto('about:blank');
  }
  await page.goto(link);
  return workbench;
}

const shownCase = (workbench: Workbench) => workbench.page.getByRole('combobox', { name: 'Case' });

test('the address opens a case of the menu for somebody else, at the moment', async ({ page, browser }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('* with credentials');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await page.getByRole('radio', { name: 'Firefox' }).click();
  await expect(page).toHaveURL(/#case=wildcard-with-credentials&browser=firefox$/);
  await workbench.toStart();
  await workbench.stepForward.click();
  await expect(page).toHaveURL(/#case=wildcard-with-credentials&browser=firefox&at=0ms-cross-origin$/);
  await workbench.stepForward.click();
  await expect(page).toHaveURL(/#case=wildcard-with-credentials&browser=firefox&at=0ms-preflight-needed$/);

  const opened = await followed(browser, page.url());
  await expect(shownCase(opened)).toHaveValue('wildcard-with-credentials');
  await expect(opened.page.getByRole('radio', { name: 'Firefox' })).toBeChecked();
  await expect(opened.playhead).toHaveAttribute('aria-valuenow', '2');
  await opened.page.context().close();
});

test('the moment of the address is what the picture is drawn with, however late what moves in it comes', async ({
  page,
}) => {
  await page.route('**/moving-*.js', async () => undefined);
  await page.goto('./#case=classic&at=0ms-preflight-needed');
  const workbench = new Workbench(page);
  await expect(workbench.timeline.locator('.paper')).toBeVisible();
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '2');
});

test('the address of an edited case carries the edits, and follows them', async ({ page, browser }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/first');");
  await expect(page).toHaveURL(/#scenario=1\./);
  const first = page.url();
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/second');");
  await expect(page).not.toHaveURL(first);
  const opened = await followed(browser, page.url());
  await expect(opened.frontend).toContainText('/second');
  await opened.page.context().close();
});

test('a link leaves what its reader has typed in the menu, also where it names the same case', async ({
  page,
  browser,
}) => {
  await page.goto('./');
  const mine = (workbench: Workbench) =>
    retype(workbench.page, workbench.frontendCode(), "await fetch('https://api.example.com/mine');");
  for (const id of ['classic', 'wrong-origin']) {
    const opened = await followed(browser, `${page.url()}#case=${id}&at=0ms-cross-origin`, mine);
    await expect(opened.playhead).toHaveAttribute('aria-valuenow', '1');
    await expect(opened.frontend).not.toContainText('/mine');
    await expect(opened.page).toHaveURL(/at=0ms-cross-origin$/);
    if (id === 'classic')
      await expect(opened.page.getByRole('status', { name: 'Link' })).toContainText('Yours, with your edits');
    await shownCase(opened).selectOption('classic');
    await expect(opened.frontend).toContainText('/mine');
    await opened.page.context().close();
  }
});

test('a reload goes on with what was there, and the address adds nothing to the history', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const entries = await page.evaluate(() => history.length);
  await workbench.choose('A wrong origin');
  await expect(page).toHaveURL(/#case=wrong-origin$/);
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/mine');");
  await expect(page).toHaveURL(/#scenario=1\./);
  await workbench.toStart();
  await workbench.stepForward.click();
  await expect(page).toHaveURL(/#scenario=1\..*&at=0ms-cross-origin$/);
  expect(await page.evaluate(() => history.length)).toBe(entries);

  await page.reload();
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '1');
  await expect(workbench.frontend).toContainText('/mine');
  await expect(shownCase(workbench)).toHaveValue('wrong-origin');
  await expect(page.getByRole('group', { name: 'Opened from links' })).toHaveCount(0);
});

test('what has been typed since the address was written is there after a reload', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A wrong origin');
  await expect(page).toHaveURL(/#case=wrong-origin$/);
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/mine');");
  await page.reload();
  await expect(workbench.frontend).toContainText('/mine');
  await expect(shownCase(workbench)).toHaveValue('wrong-origin');
});

test('a link that is followed in the tab where another case is open opens at its moment, and Back leads on', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await page.evaluate(() => (location.hash = '#case=preflighted-put&at=0ms-cross-origin'));
  await expect(shownCase(workbench)).toHaveValue('preflighted-put');
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '1');
  await page.getByRole('link', { name: 'Course' }).click();
  await expect(page).toHaveURL(/#\/course$/);
  await page.goBack();
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '1');
  await expect(shownCase(workbench)).toHaveValue('preflighted-put');
});

test('an address that names no case says so, and the work in the editors stays', async ({ page }) => {
  const workbench = new Workbench(page);
  await page.goto('./#case=nothing');
  await expect(page.getByRole('status', { name: 'Link' })).toContainText('no case of that name');
  await expect(shownCase(workbench)).toHaveValue('classic');
});

test('a document that makes no address to copy is left to Share', async ({ page }) => {
  // Text that does not pack.
  const noise = readFileSync('package-lock.json', 'utf8')
    .match(/sha512-[^"]+/g)!
    .slice(0, 200);
  const workbench = new Workbench(page);
  await workbench.openWith({
    version: 1,
    page: 'https://app.example.com/',
    frontend: `await fetch('https://api.example.com/');\n${noise.map((line) => `// ${line}`).join('\n')}`,
    servers: [{ origin: 'https://api.example.com', kind: 'headers', routes: [] }],
  });
  await workbench.choose('A wrong origin');
  await expect(page).toHaveURL(/#case=wrong-origin$/);
  await shownCase(workbench).selectOption('classic');
  await expect(page).not.toHaveURL(/#/);
});
