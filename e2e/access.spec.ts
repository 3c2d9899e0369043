import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const title of ['The classic case', 'A method that is not allowed']) {
    test(`axe finds nothing serious in "${title}", ${colorScheme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', baseURL });
      const page = await context.newPage();
      const workbench = new Workbench(page);
      await workbench.open();
      await workbench.choose(title);
      await expect(workbench.verdict).toHaveText(title === 'The classic case' ? /^Allowed/ : /^Blocked/);
      for (const tab of ['Why', 'Network', 'Console', 'Server log'] as const) {
        await workbench.inspect(tab);
        expect(await seriousFindings(page)).toEqual([]);
      }
      await context.close();
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the four parts are tabs, the verdict stands under each, and nothing is wider than the screen', async ({
    page,
  }) => {
    const workbench = new Workbench(page);
    await workbench.open();
    for (const name of ['Frontend', 'Server', 'Timeline', 'Inspector'] as const) {
      await page.getByRole('tab', { name, exact: true }).click();
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
      await expect(workbench.verdict).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('code is edited in a plain text area', async ({ page }) => {
    const workbench = new Workbench(page);
    await workbench.open();
    await page.getByRole('tab', { name: 'Frontend', exact: true }).click();
    await workbench.frontendCode().fill("await fetch('https://nobody.example.com/');");
    await expect(workbench.verdict).toHaveText(/^Failed/);
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
  });
});

test('everything is reached and used by keyboard alone', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();

  const toFocus = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focusedName(page)) === name) return;
      // Editors keep Tab for themselves until they are told otherwise.
      if (await page.evaluate(() => document.activeElement?.closest('.monaco-editor') != null)) {
        await page.keyboard.press('Control+m');
      }
    }
    throw new Error(`Tab never came to ${name}`);
  };

  await toFocus('Case');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await toFocus('Run');
  await page.keyboard.press('Enter');
  await toFocus('Playhead');
  await page.keyboard.press('Home');
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await expect(workbench.playhead).not.toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('End');
  await toFocus('Why');
  await page.keyboard.press('ArrowRight');
  await expect(workbench.inspector.getByRole('tab', { name: 'Network' })).toBeFocused();
});

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLSelectElement ? element.labels[0]?.textContent : undefined;
    const own = element?.cloneNode(true);
    if (own instanceof Element) own.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
    const name = element?.getAttribute('aria-label') ?? label ?? own?.textContent ?? '';
    return name.startsWith('Case') ? 'Case' : name.trim();
  });
}
