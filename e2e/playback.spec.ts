import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

const missing = "No 'Access-Control-Allow-Origin' header is present";

test('stopping shows what is known at that point, and no more', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('No CORS headers');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  const panel = await workbench.inspect('Console');
  await workbench.toStart();
  await expect(panel).not.toContainText(missing, { useInnerText: true });
  await workbench.toEnd();
  await expect(panel).toContainText(missing, { useInnerText: true });
});

test('the verdict is the end’s, and says so wherever else the playhead is', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await expect(page.getByText('Edit either side, press Run')).toBeVisible();
  await workbench.choose('A header that is not allowed');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.toEnd();
  const heading = workbench.inspector.getByRole('heading', { name: 'What the code does not catch' });
  await expect(heading).toBeVisible();
  await expect(page.getByText('Edit either side, press Run')).toHaveCount(0);
  await workbench.toStart();
  await expect(page.getByText('At the end of the run')).toBeVisible();
  await expect(heading).toBeHidden();
  await workbench.toEnd();
  await expect(page.getByText('At the end of the run')).toBeHidden();
});

test('stepping goes through the stops one by one, there and back', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await workbench.toStart();
  const seen = [await position(workbench)];
  const last = Number(await workbench.playhead.getAttribute('aria-valuemax'));
  expect(last).toBeGreaterThan(8);
  for (let stop = 1; stop <= last; stop += 1) {
    await workbench.stepForward.click();
    const next = await position(workbench);
    expect(next.at).toBe(stop);
    seen.push(next);
  }
  for (const { text } of seen.slice(0, -1).reverse()) {
    await workbench.stepBack.click();
    expect((await position(workbench)).text).toBe(text);
  }
  expect((await position(workbench)).at).toBe(0);
});

test('the network table fills as the playhead moves on', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  const panel = await workbench.inspect('Network');
  await workbench.toStart();
  await expect(panel.getByRole('button', { name: 'PUT', exact: true })).toHaveCount(0);
  await workbench.toEnd();
  await expect(panel.getByRole('button', { name: 'PUT', exact: true })).toHaveCount(1);
});

test('Run plays the animation to the end, and Pause stops it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ reducedMotion: 'no-preference', baseURL });
  const workbench = new Workbench(await context.newPage());
  await workbench.open();
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');
  await expect(workbench.verdict).toHaveText(/^Allowed/);
  await workbench.run.click();
  const pause = workbench.timeline.getByRole('button', { name: 'Pause' });
  await pause.click();
  const { at } = await position(workbench);
  const play = workbench.timeline.getByRole('button', { name: 'Play' });
  await expect(play).toBeVisible();
  await play.click();
  await expect.poll(async () => (await position(workbench)).at).toBeGreaterThan(at);
  await expect(play).toBeVisible({ timeout: 30_000 });
  await context.close();
});

async function position(workbench: Workbench): Promise<{ at: number; text: string }> {
  const now = await workbench.playhead.getAttribute('aria-valuenow');
  const text = await workbench.playhead.getAttribute('aria-valuetext');
  expect(now).not.toBeNull();
  return { at: Number(now), text: text ?? '' };
}
