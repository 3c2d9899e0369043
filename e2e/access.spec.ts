import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

async function allFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
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

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing in what belongs to the course, ${colorScheme}:`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const [hash, heading] of [
      ['#/course', 'The course'],
      ['#/glossary', 'Glossary'],
      ['#/glossary/opaque-origin', 'Glossary'],
      ['#/own', 'A lesson of your own'],
      ['#/own?from=lessons/nothing', 'A lesson of your own'],
      ['#/truth', 'How true is it?'],
    ] as const) {
      test(hash, async ({ page }) => {
        await page.goto(`./${hash}`);
        await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
        if (hash.includes('nothing')) await expect(page.getByRole('alert')).toContainText('could not be read');
        expect(await allFindings(page)).toEqual([]);
      });
    }

    for (const hash of ['#/lesson/preflight', '#/own?from=lessons/example']) {
      test(`${hash}, before and after it is predicted and run`, async ({ page }) => {
        await page.goto(`./${hash}`);
        await expect(page.getByRole('heading', { name: 'Before you press Run' })).toBeVisible();
        expect(await allFindings(page)).toEqual([]);
        const questions = page.getByRole('group').filter({ has: page.getByRole('radio') });
        for (const question of await questions.all()) await question.getByRole('radio').first().check();
        await page.getByRole('button', { name: 'Lock in and run' }).click();
        await expect(page.getByRole('heading', { name: 'Your predictions' })).toBeVisible();
        await expect(page.getByRole('status', { name: 'Verdict' })).toHaveText(/^(Allowed|Blocked)/);
        await page.getByRole('button', { name: /hint/i }).click();
        expect(await allFindings(page)).toEqual([]);
      });
    }

    test('the drill: a question, its answer, the result', async ({ page }) => {
      test.slow();
      await page.goto('./#/drill');
      const next = page.getByRole('button', { name: /^(Next question|Result)$/ });
      for (let question = 1; question <= 20; question++) {
        await expect(page.getByText(`Question ${question} of 20`)).toBeVisible();
        if (question === 1) expect(await allFindings(page)).toEqual([]);
        await page.keyboard.press('1');
        await expect(next).toBeFocused();
        if (question === 1) expect(await allFindings(page)).toEqual([]);
        await page.keyboard.press('Enter');
      }
      await expect(page.getByRole('heading', { name: 'What went wrong' })).toBeVisible();
      expect(await allFindings(page)).toEqual([]);
    });
  });
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

test('the line on top fits beside whatever stands in it', async ({ page }) => {
  await page.goto('./#/lesson/case-a-bad-token');
  for (const hint of [1, 2, 3]) await page.getByRole('button', { name: `Hint ${hint} of 3` }).click();
  await page.getByRole('button', { name: 'Show a solution' }).click();
  for (const width of [960, 1024, 1200, 1280]) {
    await page.setViewportSize({ width, height: 768 });
    await expect(page.getByRole('button', { name: 'Bring my edits back' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
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
        await page.keyboard.press('Escape');
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
