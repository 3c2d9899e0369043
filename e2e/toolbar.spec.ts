import { expect, type Locator, type Page, test } from '@playwright/test';
import { retype, Workbench } from './workbench';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

const long = `for (let i = 0; i < 12; i++) await fetch('https://api.example.com/users/' + i);
await new Promise((wake) => setTimeout(wake, 10 * 60_000));
await fetch('https://api.example.com/users/1', { method: 'PUT' });`;

interface Box {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where everything stands that can be pressed or read in a bar, as far as it is shown. */
function boxesIn(bar: Locator): Promise<Box[]> {
  return bar.locator('button, select, a, p, [role=slider], [role=radio]').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return { name, left, right, top, bottom };
      }),
  );
}

const meet = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

async function expectRoomForAll(bar: Locator, least: number): Promise<void> {
  const boxes = await boxesIn(bar);
  expect(boxes.length).toBeGreaterThanOrEqual(least);
  const { left, right } = await bar.evaluate((element) => {
    const { x, width } = element.getBoundingClientRect();
    return { left: x, right: x + width };
  });
  const collisions = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => meet(a, b))
      .map((b) => `${a.name} and ${b.name}`),
  );
  const outside = boxes.filter((box) => box.left < left - 0.5 || box.right > right + 0.5).map(({ name }) => name);
  expect({ collisions, outside }).toEqual({ collisions: [], outside: [] });
}

/** Both bars, at the start and at the end of the run: the figures of the clock differ in width. */
async function expectTidy(page: Page): Promise<void> {
  const workbench = new Workbench(page);
  const bar = workbench.timeline.locator('.transport');
  await expect(bar.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  await expectRoomForAll(page.getByRole('banner'), 4);
  await workbench.toStart();
  await expectRoomForAll(bar, 11);
  await workbench.toEnd();
  await expectRoomForAll(bar, 11);
}

for (const viewport of sizes) {
  test.describe(`at ${viewport.width} pixels`, () => {
    test.use({ viewport });

    test('nothing in the playground’s bars lies on anything else', async ({ page }) => {
      const workbench = new Workbench(page);
      await workbench.open();
      await workbench.choose('No CORS headers');
      await expect(workbench.verdict).toHaveText(/^Blocked/);
      await showTimeline(page);
      await expectTidy(page);
    });

    test('nor after a long and failed run', async ({ page }) => {
      const workbench = new Workbench(page);
      await workbench.openWith({
        version: 1,
        page: 'https://app.example.com/',
        frontend: long,
        servers: [
          {
            origin: 'https://api.example.com',
            kind: 'headers',
            routes: [{ method: '*', path: '*', status: 200, headers: [['Access-Control-Allow-Origin', '*']] }],
          },
        ],
      });
      await expect(workbench.verdict).toHaveText(/^Blocked/);
      await showTimeline(page);
      await expect(workbench.timeline.getByRole('button', { name: 'To the closed gate' })).toBeVisible();
      await expectTidy(page);
    });

    test('nor in a lesson, after a short run and after a long one', async ({ page }) => {
      await page.goto('./#/lesson/case-after-the-routes');
      const workbench = new Workbench(page);
      await expect(workbench.verdict).toHaveText(/^Blocked/);
      await expectTidy(page);
      if (viewport.width < 800) await workbench.frontendCode().fill(long);
      else await retype(page, workbench.frontendCode(), long);
      await expect(workbench.timeline.getByText(/^stop \d+ of 9\d$/)).toBeVisible();
      await expectTidy(page);
    });
  });
}

async function showTimeline(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Timeline' });
  if (await tab.isVisible()) await tab.click();
}

test('what there is no room for is under More, and all of it works from the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const workbench = new Workbench(page);
  await workbench.open();
  const more = workbench.timeline.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  const keys = workbench.timeline.getByRole('button', { name: 'Keys' });
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await workbench.stepBack.focus();
  await expect(keys).toBeHidden();
});

test('the playhead is dragged by its handle along the ruler', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toEnd();
  const end = Number(await workbench.playhead.getAttribute('aria-valuenow'));
  const knob = (await workbench.timeline.locator('.playhead-knob').boundingBox())!;
  await page.mouse.move(knob.x + knob.width / 2, knob.y + 6);
  await page.mouse.down();
  await page.mouse.move(knob.x - 300, knob.y + 6, { steps: 4 });
  const middle = Number(await workbench.playhead.getAttribute('aria-valuenow'));
  await page.mouse.move(180, knob.y + 6, { steps: 4 });
  await page.mouse.up();
  expect(middle).toBeGreaterThan(0);
  expect(middle).toBeLessThan(end);
  await expect(workbench.playhead).toHaveAttribute('aria-valuenow', '0');
});
