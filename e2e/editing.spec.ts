import { expect, test } from '@playwright/test';
import { placeOf, retype, Workbench } from './workbench';

const bareMiddleware = `app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  next();
});
`;

test('editing re-runs without a press on Run', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), "await fetch('https://nobody.example.com/');");
  await expect(workbench.verdict).toHaveText(/^Failed/);
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/users', { mode: 'no-cors' });");
  await expect(workbench.verdict).toHaveText(/^Opaque/);
});

test('bare Express middleware runs with nothing around it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.serverCode(), bareMiddleware);
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await retype(page, workbench.serverCode(), bareMiddleware.replace('https://app', 'https://www'));
  await expect(workbench.verdict).toHaveText(/^Blocked/);
});

test('a header that is switched off changes the verdict, and back', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A request that needs no preflight');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  const header = workbench.server.getByRole('switch', { name: /Access-Control-Allow-Origin/ });
  await header.click();
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await header.click();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
});

test('the server is an Express program or a table of headers, and keeps both', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.serverCode(), bareMiddleware);
  await workbench.server.getByRole('tab', { name: 'Headers' }).click();
  await expect(workbench.server.getByRole('switch').first()).toBeVisible();
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await workbench.server.getByRole('tab', { name: 'Express' }).click();
  await expect(workbench.server).toContainText('app.use((req, res, next)');
});

test('what code leaves in its global scope is gone in the next run', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const code =
    "console.log('run', String(globalThis.left), String([].left)); globalThis.left = Array.prototype.left = 1;";
  await retype(page, workbench.frontendCode(), `${code}\nawait fetch('https://nobody.example.com/');`);
  await expect(workbench.verdict).toHaveText(/^Failed/);
  await retype(page, workbench.frontendCode(), `${code}\nawait fetch('https://api.example.com/users');`);
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  const words = await workbench.inspect('Console');
  await workbench.toEnd();
  await expect(words).toContainText('run undefined undefined');
});

test('an endless loop ends with a message, and the next run works', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), 'while (true) {}');
  await expect(workbench.verdict).toContainText(/ran for .* seconds without pausing and was stopped/, {
    timeout: 20_000,
  });
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/users');");
  await expect(workbench.verdict).toHaveText(/^Allowed/);
});

test('a syntax error is shown at its line, on either side', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), "const url = 'https://api.example.com/users';\nawait fetch(url;\n");
  await expect(workbench.verdict).toContainText('(line 2): SyntaxError: missing ) after argument list.');
  const underlined = workbench.frontend.locator('[class*="squiggly"]');
  await expect(underlined.first()).toBeAttached();
  await retype(page, workbench.frontendCode(), "await fetch('https://api.example.com/users');");
  await expect(underlined).toHaveCount(0);
  await retype(page, workbench.serverCode(), 'app.use(cors());\n\napp.get(;\n');
  await expect(workbench.problems('server')).toContainText(/line 3/i);
});

test('a React component is told once that it does not run, with what to do', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const component = "import React from 'react';\nexport default () => <p onClick={() => fetch('/x')}>x</p>;";
  await retype(page, workbench.frontendCode(), component);
  await expect(workbench.verdict).toHaveText(
    /outside a module\. .* no packages such as react and no JSX: paste only the/,
  );
  const said = page.getByText('Cannot use import statement outside a module').filter({ visible: true });
  await expect(said).toHaveCount(1);
});

test('reloading the page keeps the edits', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), "await fetch('https://nobody.example.com/kept');");
  await expect(workbench.verdict).toHaveText(/^Failed/);
  await page.reload();
  await expect(workbench.verdict).toHaveText(/^Failed/);
  await expect(workbench.frontend).toContainText('nobody.example.com/kept');
});

test('Ctrl+Enter in the editor runs', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toStart();
  await workbench.frontendCode().focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', await lastStop(workbench));
});

async function lastStop(workbench: Workbench): Promise<string> {
  return (await workbench.playhead.getAttribute('aria-valuemax')) ?? 'no maximum';
}

test('a pattern that nginx would try for ever is stopped and named, and the page stays at work', async ({ page }) => {
  const workbench = new Workbench(page);
  const configFor = (pattern: string) =>
    `add_header Access-Control-Allow-Origin *;\nlocation ~ ${pattern} { return 200; }\nlocation / { return 200; }`;
  await workbench.openWith({
    version: 1,
    page: 'https://app.example.com/',
    frontend: `await fetch('https://api.example.com/${'a'.repeat(60)}!');`,
    servers: [{ origin: 'https://api.example.com', kind: 'nginx', config: configFor('^/(a+)+$') }],
  });
  await expect(workbench.verdict).toHaveText(/^Failed/);
  await expect(workbench.problems('server')).toContainText(/line 2.*still being tried/i);
  await retype(page, workbench.serverCode(), configFor('^/a+$'));
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await expect(workbench.problems('server')).toHaveCount(0);
});

test('a run that is not of what stands in the fields says so, until it is', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const notes = page.getByText(/^(edited, )?not run yet$/).filter({ visible: true });
  const url = workbench.frontend.getByRole('textbox', { name: 'Page URL' });
  const before = await url.inputValue();
  await url.fill('no address');
  await expect(notes).toHaveCount(3);
  await url.fill(before);
  await expect(notes).toHaveCount(0);
});

test('another kind of server begins with the headers of the last run, and says so until it is edited', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.serverCode(), bareMiddleware.replace('https://app', 'https://www'));
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.server.getByRole('tab', { name: 'nginx' }).click();
  const note = workbench.server.getByText('Begins with the CORS headers of the last run');
  await expect(note).toBeVisible();
  await expect(workbench.server).toContainText(
    'add_header Access-Control-Allow-Origin https://www.example.com always;',
  );
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.server.getByRole('tab', { name: 'Express' }).click();
  await expect(
    workbench.server.getByText('As you left it: what you changed in nginx since is not in here.'),
  ).toBeVisible();
  await retype(page, workbench.serverCode(), bareMiddleware);
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await expect(workbench.server.getByText('As you left it')).toHaveCount(0);
});

test('the page’s code becomes a whole curl command, and is there again afterwards', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A method that is not allowed');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.frontend.getByRole('combobox', { name: 'Client' }).selectOption('curl');
  await expect(workbench.frontend).toContainText("-H 'Origin: https://app.example.com'");
  await expect(workbench.frontend).toContainText('-X DELETE');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await workbench.frontend.getByRole('combobox', { name: 'Client' }).selectOption('browser');
  await expect(workbench.frontend).toContainText('fetch(');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
});

test('what decides in a server that is not shown is a press away', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('One service calls another');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.toolsThere();
  await workbench.toEnd();
  await page.keyboard.press('g');
  const elsewhere = workbench.server.getByRole('button', { name: '6 line 5 of users.example.com' });
  await expect(elsewhere).toBeVisible();
  await elsewhere.click();
  await expect(workbench.server.getByRole('textbox', { name: 'Server origin' })).toHaveValue(
    'https://users.example.com',
  );
  await expect(workbench.server.locator('.mark-line')).toBeVisible();
  await expect(elsewhere).toBeHidden();
});

const faraway = `${'// a line that pushes the rest out of sight\n'.repeat(60)}console.log('here');
await fetch('https://api.example.com/users', { headers: { 'X-Request-Id': '1' } });
`;

test('the line of the closed gate comes into view, and a line’s number leads to the line', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await retype(page, workbench.frontendCode(), faraway);
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await page.keyboard.press('ControlOrMeta+Home');
  const asks = workbench.frontend.getByText('X-Request-Id');
  await expect(asks).toHaveCount(0);
  await workbench.toStart();
  await page.keyboard.press('End');
  await expect(asks).toBeInViewport();
  await workbench.frontendCode().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(asks).toHaveCount(0);
  const log = await workbench.inspect('Console');
  await log.getByRole('button', { name: 'line 61' }).click();
  await expect(asks).toBeInViewport();
  await expect(workbench.frontendCode()).toBeFocused();
});

test('on a phone too, where the editor is another part', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const workbench = new Workbench(page);
  await workbench.openWith({
    version: 1,
    page: 'https://app.example.com/',
    frontend: faraway,
    servers: [{ origin: 'https://api.example.com', kind: 'express', code: '' }],
  });
  await page.getByRole('tab', { name: 'Inspector' }).click();
  const log = await workbench.inspect('Console');
  await log.getByRole('button', { name: 'line 61' }).click();
  await expect(workbench.frontendCode()).toBeFocused();
  await expect(workbench.frontend.getByText("'X-Request-Id'", { exact: true })).toBeInViewport();
});

test('what the editor says of a word stands at the word', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A header that is not allowed');
  await expect(page.locator('.code-room .monaco-editor')).toHaveCount(2);
  const word = await placeOf(workbench.server, 'origin:');
  const said = page.locator('.monaco-resizable-hover').filter({ hasText: 'CorsOptions' });
  await expect(async () => {
    await page.mouse.move(word.x + 6, word.y);
    await page.mouse.move(word.x + 8, word.y);
    await expect(said).toBeVisible({ timeout: 2000 });
  }).toPass();
  const box = (await said.boundingBox())!;
  expect(box.x).toBeLessThan(word.x + 40);
  expect(box.x + box.width).toBeGreaterThan(word.x);
});
