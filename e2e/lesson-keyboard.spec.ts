import { expect, test, type Locator, type Page } from '@playwright/test';
import { Workbench } from './workbench';

/** In an editor Tab indents: after Escape, as the editor says itself, it leaves. */
async function letTabLeave(page: Page): Promise<void> {
  const isHeld = await page.evaluate(() => document.activeElement?.closest('.monaco-editor') != null);
  if (isHeld) await page.keyboard.press('Escape');
}

/** Presses a key until the focus is there; fails where it never comes, or where it goes unseen. */
async function walkTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let count = 0; count < 90; count++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await letTabLeave(page);
    await page.keyboard.press(key);
    const unseen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return '';
      const style = getComputedStyle(focused);
      // The rich editor shows its focus in its caret and in a line of help.
      const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || focused.closest('.monaco-editor');
      return isSeen ? '' : focused.outerHTML.slice(0, 120);
    });
    expect(unseen).toBe('');
  }
  throw new Error('The focus never came there.');
}

async function predict(page: Page, answers: readonly string[]): Promise<void> {
  const groups = page.getByRole('group').filter({ has: page.getByRole('radio') });
  for (const [index, answer] of answers.entries()) {
    const group = groups.nth(index);
    await walkTo(page, group.getByRole('radio').first());
    const wanted = group.getByRole('radio', { name: answer, exact: true });
    await page.keyboard.press('Space');
    while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown');
  }
  await walkTo(page, page.getByRole('button', { name: 'Lock in and run' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your predictions' })).toBeVisible();
}

async function rewrite(page: Page, editor: Locator, code: string): Promise<void> {
  await walkTo(page, editor);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

async function solvedAndOn(page: Page, next: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'Goal' }).getByRole('status')).toHaveText('Solved');
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('heading', { name: next, level: 1 })).toBeVisible();
}

test('five lessons are done with the keyboard alone', async ({ page }) => {
  test.setTimeout(300_000);
  const { frontendCode, serverCode, server } = (() => {
    const workbench = new Workbench(page);
    return {
      frontendCode: workbench.frontendCode(),
      serverCode: workbench.serverCode(),
      server: workbench.server,
    };
  })();
  await page.goto('./#/course');
  await walkTo(page, page.getByRole('link', { name: 'Begin: The guard at the door' }));
  await page.keyboard.press('Enter');

  await predict(page, ['Yes', 'Yes']);
  await rewrite(
    page,
    serverCode,
    "app.get('/account', (req, res) => res.status(req.headers.cookie ? 200 : 401).json({ balance: 4200 }));\n",
  );
  await solvedAndOn(page, 'What an origin is');

  const same = 'Yes, the same origin';
  const other = 'No, another origin';
  await predict(page, [same, other, other, other]);
  await rewrite(page, frontendCode, "for (const a of ['/prices', '/stock', '/cart', '/help']) await fetch(a);\n");
  await solvedAndOn(page, 'Origin against site');

  await predict(page, [other, 'No']);
  await rewrite(page, frontendCode, "await fetch('https://api.shop.example/cart', { credentials: 'include' });\n");
  await solvedAndOn(page, 'Send, embed, read');

  await predict(page, ['No, nothing leaves the browser', 'It rejects']);
  await rewrite(
    page,
    frontendCode,
    "await fetch('https://counter.example/hit', { method: 'POST', mode: 'no-cors' });\n",
  );
  await solvedAndOn(page, 'The server’s word');

  await predict(page, ['Yes', 'No', 'The page’s origin']);
  await walkTo(page, server.getByRole('button', { name: 'Add a header' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Access-Control-Allow-Origin');
  await page.keyboard.press('Escape');
  await walkTo(page, server.getByRole('combobox', { name: /value/i }).last());
  await page.keyboard.type('https://app.example.com');
  await page.keyboard.press('Escape');
  await solvedAndOn(page, 'Preflight: the browser asks first');
});
