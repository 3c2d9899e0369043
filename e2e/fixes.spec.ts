import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

/** The servers' text before a fix, once the case has been kept. */
async function textBefore(bench: Workbench): Promise<string> {
  const before = () => bench.keptServers();
  await expect.poll(before).toContain("allowedHeaders: ['Content-Type', 'Authorization']");
  return before();
}

test('a fix is applied and taken back, and the text is what it was', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A header that is not allowed');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.toEnd();

  const fix = bench.inspector.getByRole('region', { name: 'A fix' });
  await expect(fix.getByRole('heading')).toHaveText('Smallest fix, on line 8. Tried: it passes.');
  await expect(fix.getByRole('listitem').last()).toContainText("'X-Request-ID'");
  const results = await new AxeBuilder({ page }).include('.fixes').analyze();
  expect(results.violations).toEqual([]);

  const before = await textBefore(bench);
  await fix.getByRole('button', { name: 'Apply: Allow the header X-Request-ID' }).click();
  await expect(bench.verdict).toHaveText(/^Allowed/);
  await expect(bench.server).toContainText('X-Request-ID');

  // The keyboard goes on at the way back.
  const undo = bench.inspector.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await expect.poll(() => bench.keptServers()).toBe(before);
  await expect(bench.server).not.toContainText('X-Request-ID');
  await expect(undo).toBeHidden();
  // And then at the fix again.
  await expect(fix.getByRole('button', { name: 'Apply: Allow the header X-Request-ID' })).toBeFocused();
});

test('on a phone the verdict leads to what helps, from any part and any stop', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = new Workbench(page);
  await bench.open();
  const help = page.getByRole('button', { name: 'What helps' });
  await expect(help).toHaveCount(0);
  await bench.choose('A header that is not allowed');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.toStart();
  await help.click();
  const apply = bench.inspector.getByRole('button', { name: 'Apply: Allow the header X-Request-ID' });
  await expect(apply).toBeFocused();
  await expect(apply).toBeInViewport();

  await bench.inspector.getByRole('tab', { name: 'Console' }).click();
  await page.getByRole('tab', { name: 'Frontend' }).click();
  await help.click();
  await expect(apply).toBeFocused();
});

test('on a phone what helps stays in sight while what stands above it still comes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A method that is not allowed');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await page.getByRole('button', { name: 'What helps' }).click();
  const apply = bench.inspector.getByRole('button', { name: /^Apply: / });
  await expect(apply).toBeFocused();
  await expect(bench.inspector.getByRole('table')).toBeVisible();
  await expect(apply).toBeInViewport();
});

test('on a phone the primary controls are as wide and high as a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A header that is not allowed');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  const large = async (name: string) => {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(Math.min(box!.width, box!.height), name).toBeGreaterThanOrEqual(44);
  };
  for (const name of ['Run', 'Play', 'Step forward', 'What helps']) await large(name);
  await page.getByRole('button', { name: 'What helps' }).click();
  await expect(page.getByRole('button', { name: /^Apply/ })).toBeVisible();
  await large('Apply');
});

test('the editor’s own undo takes an applied fix back too', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A header that is not allowed');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await expect(bench.serverCode()).toHaveClass(/native-edit-context|inputarea/);
  await bench.toEnd();
  const before = await textBefore(bench);
  expect(before).not.toContain('X-Request-ID');
  await bench.inspector.getByRole('button', { name: 'Apply: Allow the header X-Request-ID' }).click();
  await expect.poll(() => bench.keptServers()).toContain('X-Request-ID');
  await bench.serverCode().focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await expect.poll(() => bench.keptServers()).toBe(before);
});

test('another way can be chosen, and a page that changes its own code is shown that too', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A header that is not allowed');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.toEnd();
  await bench.inspector.getByRole('button', { name: 'Other ways, 1' }).click();
  await bench.inspector.getByRole('button', { name: 'Do not send X-Request-ID', exact: true }).click();
  const fix = bench.inspector.getByRole('region', { name: 'A fix' });
  await expect(fix.getByRole('heading')).toHaveText('Another way, on line 1 of the page. Tried: it passes.');
  await fix.getByRole('button', { name: /^Apply/ }).click();
  await expect(bench.verdict).toHaveText(/^Allowed/);
  await expect(bench.frontend).not.toContainText('X-Request-ID');
});

test('the rows of a header table are repaired in place', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.choose('A wrong origin');
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await bench.toEnd();
  await bench.inspector.getByRole('button', { name: 'Apply: Allow https://app.example.com' }).click();
  await expect(bench.verdict).toHaveText(/^Allowed/);
  await bench.inspector.getByRole('button', { name: 'Undo' }).click();
  await expect(bench.verdict).toHaveText(/^Blocked/);
});

test('a lesson that is not solved shows no fix', async ({ page }) => {
  await page.goto('./#/lesson/case-after-the-routes');
  const bench = new Workbench(page);
  await expect(bench.verdict).toHaveText(/^Blocked/);
  await expect(page.getByText(/Smallest fix|Looking for a fix/)).toHaveCount(0);
});

test('a proxy that is asked without its prefix says so, and the address with it is offered', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openWith({
    version: 1,
    page: 'http://localhost:5173/',
    frontend: "const response = await fetch('/users');\nconsole.log(response.status);\n",
    servers: [
      { origin: 'http://localhost:5173', kind: 'proxy', prefix: '/api', target: 'https://api.example.com' },
      {
        origin: 'https://api.example.com',
        kind: 'headers',
        routes: [{ method: 'GET', path: '/users', status: 200, headers: [] }],
      },
    ],
  });
  await bench.toEnd();
  await expect(bench.inspector).toContainText('passes on what begins with /api, and /users does not.');
  const fix = bench.inspector.getByRole('region', { name: 'A fix' });
  await expect(fix.getByRole('heading')).toHaveText('Smallest fix, on line 1 of the page. Tried: it is there.');
  await fix.getByRole('button', { name: 'Apply: Ask http://localhost:5173/api/users' }).click();
  await expect(bench.frontend).toContainText("fetch('/api/users')");
  await expect(fix).toBeHidden();
  const log = await bench.inspect('Console');
  await expect(log).toContainText('200');
});

test('while Python starts, marks and fixes are said to be of the code before, and none is applied', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.openWith({
    version: 1,
    page: 'https://app.example.com/',
    frontend: "const response = await fetch('https://api.example.com/users');\nconsole.log(response.status);\n",
    servers: [{ origin: 'https://api.example.com', kind: 'express', code: '// Nobody is let in.\n' }],
  });
  await bench.toEnd();
  const fix = bench.inspector.getByRole('region', { name: 'A fix' });
  const apply = fix.getByRole('button', { name: /^Apply/ });
  await expect(apply).toBeEnabled();
  await expect(fix.getByText(/^For the code before the edit/)).toBeHidden();
  await expect(bench.frontend).not.toHaveAttribute('data-stale');
  await expect(bench.frontend.locator('.mark-line').first()).toBeVisible();

  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(/\/assets\/python-pyodide\.asm-[^/]*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await bench.server.getByRole('tab', { name: 'Flask' }).click();
  await expect(bench.frontend).toHaveAttribute('data-stale', 'running');
  await expect(apply).toBeDisabled();
  await expect(fix.getByText(/^For the code before the edit: downloading Python/)).toBeVisible();
  // The call is still where it was marked; what was said about the other server is not said about this one.
  await expect(bench.frontend.locator('.mark-line').first()).toBeVisible();
  await expect(bench.server.locator('.mark-line')).toHaveCount(0);

  goOn();
  await expect(bench.frontend).not.toHaveAttribute('data-stale', { timeout: 60_000 });
  await bench.toEnd();
  await expect(fix.getByText(/^For the code before the edit/)).toBeHidden();
});
