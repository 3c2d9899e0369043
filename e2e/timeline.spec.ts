import { expect, type Locator, test } from '@playwright/test';
import { placeOf, retype, Workbench } from './workbench';

const api = 'https://api.example.com';

/** A page at https://app.example.com whose API allows everything that is asked of it. */
const scenario = (frontend: string) => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [
    {
      origin: api,
      kind: 'headers',
      routes: [
        {
          method: '*',
          path: '*',
          status: 200,
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Allow-Methods', 'PUT'],
            ['Access-Control-Max-Age', '300'],
          ],
        },
      ],
    },
  ],
});

const loop = scenario(`for (let i = 0; i < 30; i++) await fetch('${api}/users/' + i);`);
const burst = scenario(
  `await Promise.all(Array.from({ length: 30 }, (_, i) => fetch('${api}/users/' + i, { method: 'PUT' })));`,
);
const waiting = scenario(`const put = () => fetch('${api}/users/1', { method: 'PUT' });
await put();
await put();
await new Promise((wake) => setTimeout(wake, 10 * 60_000));
await put();`);

const three = scenario(`await Promise.allSettled([
  fetch('${api}/users/7', { method: 'PUT', headers: { 'x-trace': '42' } }),
  fetch('${api}/items'),
  fetch('${api}/session', { credentials: 'include' }),
]);`);
const twelve = scenario(
  `await Promise.allSettled(Array.from({ length: 12 }, (_, i) => fetch('${api}/items/' + i, { credentials: i % 3 ? 'omit' : 'include' })));`,
);

const at = async (workbench: Workbench) => Number(await workbench.playhead.getAttribute('aria-valuenow'));
const end = async (workbench: Workbench) => Number(await workbench.playhead.getAttribute('aria-valuemax'));
const paper = (workbench: Workbench) =>
  workbench.timeline.locator('.view > .paper').evaluate((element) => element.clientWidth);

test('thirty requests in a row are the first of them and one line for the others, until they are unfolded', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openWith(loop);
  const others = workbench.timeline.getByText('29×');
  await expect(others).toBeVisible();
  await workbench.toEnd();
  await workbench.stepBack.click();
  const before = await at(workbench);
  expect(before).toBeLessThan((await end(workbench)) / 10);
  await workbench.stepForward.click();
  expect(await at(workbench)).toBe(await end(workbench));
  const folded = await paper(workbench);
  await page.keyboard.press('u');
  await expect(others).toHaveCount(0);
  expect(await paper(workbench)).toBeGreaterThan(5 * folded);
  await page.keyboard.press('u');
  await expect(others).toBeVisible();
  expect(await paper(workbench)).toBe(folded);
});

test('thirty equal requests at once are drawn as one, and by themselves on demand', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(burst);
  await expect(workbench.timeline.getByText('30× PUT held')).toBeVisible();
  const fold = workbench.timeline.getByRole('button', { name: 'Fold' });
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  await fold.click();
  await expect(workbench.timeline.getByText('30× PUT held')).toHaveCount(0);
  const height = await workbench.timeline.evaluate((element) => element.clientHeight);
  expect(height).toBeLessThan(page.viewportSize()!.height);
  await fold.click();
  await expect(workbench.timeline.getByText('30× PUT held')).toBeVisible();
  await page.keyboard.press('u');
  await expect(workbench.timeline.getByText('30× PUT held')).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(workbench.timeline.getByText('30× PUT held')).toBeVisible();
});

test('each of three requests at once is named beside its channel, and so are its messages and its outcome', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openWith(three);
  await workbench.toEnd();
  const names = workbench.timeline.locator('.row-name');
  await expect(names).toHaveText(['PUT /users/7blocked', 'GET /itemsallowed', 'GET /sessionblocked']);
  for (const words of ['OPTIONS /users/7', 'with x-trace', 'GET /items', 'GET /session', 'allows any origin']) {
    await expect(workbench.timeline.locator('.paper').getByText(words).first()).toBeVisible();
  }
  await expect(workbench.timeline.locator('.paper').getByText('TypeError')).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  await workbench.page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(names).toHaveText([/^PUT\s\/users\/7blocked$/, /^GET\s\/itemsallowed$/, /^GET\s\/sessionblocked$/]);
});

test('a low channel says in it what was sent, what came back and what was decided', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(twelve);
  await workbench.toEnd();
  const picture = workbench.timeline.locator('.paper');
  await expect(workbench.timeline.locator('.row-name')).toHaveCount(12);
  expect(await picture.getByText('GET', { exact: true }).count()).toBeGreaterThan(9);
  expect(await picture.getByText('200', { exact: true }).count()).toBeGreaterThan(9);
  await expect(picture.getByText('Origin: * not valid')).toHaveCount(3);
});

test('a callout of a low-lying channel is in sight in a small window', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const workbench = new Workbench(page);
  await workbench.openWith(three);
  await workbench.toolsThere();
  await workbench.toEnd();
  await workbench.playhead.press(',');
  const callout = workbench.timeline.locator('.callout');
  await expect(callout).toContainText('May the code read this answer?');
  const below = async () => {
    const [inner, outer] = [await callout.boundingBox(), await workbench.timeline.locator('.picture').boundingBox()];
    return inner!.y + inner!.height - outer!.y - outer!.height;
  };
  await expect.poll(below).toBeLessThanOrEqual(0);
});

test('the ruler and the handle stay in sight of a picture higher than its window, and names pass below', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const workbench = new Workbench(page);
  await workbench.openWith(twelve);
  await workbench.toolsThere();
  const picture = workbench.timeline.locator('.picture');
  await picture.evaluate((element) => (element.scrollTop = 90));
  const top = async () => Math.round((await picture.boundingBox())!.y);
  for (const part of ['.ruler', '.playhead-knob', '.playhead-way']) {
    const box = async () => Math.round((await workbench.timeline.locator(part).boundingBox())!.y);
    await expect.poll(box).toBe(await top());
  }
  const clipped = (element: Element) => getComputedStyle(element).clipPath;
  await expect.poll(() => workbench.timeline.locator('.lane-names').evaluate(clipped)).toContain('inset(90px');
});

test('on a phone the callout of a gate far below is in sight, beside the gate, and nothing is wider than the phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const workbench = new Workbench(page);
  await workbench.openWith(three);
  await workbench.page.getByRole('tab', { name: 'Timeline' }).click();
  await workbench.toolsThere();
  await workbench.toEnd();
  await workbench.playhead.press(',');
  await expect(workbench.timeline.locator('.callout')).toContainText('May the code read this answer?');
  const [callout, gate, keys] = ['.callout', '.is-here', '.transport'].map((part) => workbench.timeline.locator(part));
  const place = async (part: Locator | undefined) => (await part!.boundingBox())!;
  await expect
    .poll(async () => (await place(callout)).y + (await place(callout)).height - (await place(keys)).y)
    .toBeLessThanOrEqual(0);
  expect((await place(gate)).y).toBeGreaterThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('no envelope hides a gate: what is decided is painted over what moves', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(three);
  await workbench.timeline.getByRole('button', { name: 'To the closed gate' }).click();
  const blade = workbench.timeline.locator('.blade.closed').first();
  await expect(blade).toBeVisible();
  await expect(workbench.timeline.locator('.moving path[d*="M"]').first()).toBeAttached();
  const follows = await blade.evaluate(
    (element) =>
      element.compareDocumentPosition(document.querySelector('.timeline .moving')!) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  expect(follows).toBeTruthy();
});

test('the axis of time zooms by key, by button and by Ctrl with the wheel, and fits', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A preflighted PUT');
  await expect(workbench.timeline).toContainText('PUT /users/1');
  await workbench.toEnd();
  const zoom = workbench.timeline.getByRole('group', { name: 'Zoom' });
  await expect(zoom).toBeVisible();
  const wide = await paper(workbench);
  await zoom.getByRole('button', { name: 'Zoom in' }).click();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const wider = await paper(workbench);
  expect(wider).toBeGreaterThan(wide);
  await workbench.timeline.locator('.view').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  await expect.poll(() => paper(workbench)).toBeLessThan(wider);
  await zoom.getByRole('button', { name: 'Fit' }).click();
  const view = await workbench.timeline.locator('.view').evaluate((element) => element.clientWidth);
  await expect.poll(() => paper(workbench)).toBe(view);
});

test('a section plays over and over until it is given up', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toStart();
  await workbench.stepForward.click();
  await workbench.timeline.getByRole('button', { name: 'Loop from here' }).click();
  // The playhead has the focus while it is moved by its own keys: those of the tools are for it too.
  await workbench.playhead.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('l');
  const seen = new Set<number>();
  await expect
    .poll(async () => {
      seen.add(await at(workbench));
      return [1, 2, 3].every((stop) => seen.has(stop));
    })
    .toBe(true);
  await expect(workbench.timeline.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('l');
  await expect.poll(() => at(workbench)).toBeGreaterThan(3);
});

test('the name of the loop’s button says what the next press does, and the key does the same', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toStart();
  const loops = workbench.timeline.getByRole('button', { name: /^(Loop|Stop looping)/ });
  const names = ['Loop from here', 'Stop looping', 'Loop to here', 'Stop looping', 'Loop from here'];
  for (const [index, key] of ['l', 'ArrowRight', 'l', 'l'].entries()) {
    await expect(loops).toHaveAccessibleName(names[index]!);
    await page.keyboard.press(key);
  }
  await expect(loops).toHaveAccessibleName(names.at(-1)!);
});

test('keys that what has the focus has no use for are the picture’s, the others stay with it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A header that is not allowed');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.toStart();
  const network = workbench.inspector.getByRole('tab', { name: 'Network' });
  await network.click();
  await page.keyboard.press('g');
  const gate = workbench.timeline.getByRole('heading', { name: 'Is every request header allowed?' });
  await expect(gate).toBeVisible();
  const there = await at(workbench);
  await expect(network).toBeFocused();
  await page.keyboard.press('Home');
  await expect(workbench.inspector.getByRole('tab', { name: 'Why' })).toBeFocused();
  expect(await at(workbench)).toBe(there);
  await workbench.stepBack.focus();
  await page.keyboard.press(' ');
  await expect.poll(() => at(workbench)).toBe(there - 1);
  await page.keyboard.press('Home');
  await expect.poll(() => at(workbench)).toBe(0);
});

test('a section that is closed while it plays is played from its start', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(loop);
  await workbench.toStart();
  await page.keyboard.press('l');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expect.poll(() => at(workbench)).toBeGreaterThan(2);
  await page.keyboard.press('l');
  const section = await at(workbench);
  await expect.poll(() => at(workbench)).toBeLessThan(2);
  expect(section).toBeLessThan(await end(workbench));
  await expect(workbench.timeline.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('the miniature shows what has happened after a run that had nothing to show', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  const workbench = new Workbench(page);
  await workbench.open();
  const handle = workbench.playhead.locator('.mini-playhead');
  const isAtEnd = async () => {
    const [knob, box] = await Promise.all([handle.boundingBox(), workbench.playhead.boundingBox()]);
    return knob!.x - box!.x > box!.width / 2;
  };
  await expect.poll(isAtEnd).toBe(true);
  const code = workbench.frontendCode();
  await retype(page, code, '// nothing is asked');
  await expect(handle).toHaveCount(0);
  await retype(page, code, `fetch('${api}/users')`);
  await expect.poll(isAtEnd).toBe(true);
});

test('a decision is a key away, and so is the closed gate', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A header that is not allowed');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  await workbench.timeline.getByRole('button', { name: 'Keys' }).click();
  const help = page.getByRole('dialog', { name: 'Keys of the timeline' });
  await expect(help).toContainText('To the closed gate');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('g');
  await expect(workbench.timeline.getByRole('heading', { name: 'Is every request header allowed?' })).toBeVisible();
  const gate = await at(workbench);
  await page.keyboard.press(',');
  expect(await at(workbench)).toBe(gate - 1);
});

test('whatever the playhead jumps to, what is said there is in sight', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith({
    version: 1,
    page: 'https://app.example.com/',
    frontend: "await fetch('https://api.example.com/0').catch(() => undefined);",
    servers: [
      {
        origin: 'https://api.example.com',
        kind: 'express',
        code: `app.get('/:n', cors(), (req, res) => res.redirect('/' + (Number(req.params.n) + 1)));`,
      },
    ],
  });
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  const view = workbench.timeline.getByRole('group', { name: 'Picture' });
  const beyond = (part: Locator) =>
    part.evaluate((element) => Math.round(element.getBoundingClientRect().right - innerWidth));
  for (const key of ['Home', 'End']) {
    await workbench.playhead.focus();
    await page.keyboard.press(key);
    await workbench.timeline.getByRole('button', { name: 'To the closed gate' }).click();
    const callout = view.getByText('Closed. No browser goes on from here');
    await expect(callout).toBeVisible();
    await expect.poll(() => beyond(callout)).toBeLessThan(0);
  }
});

test.describe('a header’s name that is longer than a phone is wide', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('stays within its callout, and the page within the screen', async ({ page }) => {
    const workbench = new Workbench(page);
    const url = 'https://api.example.com/users';
    await workbench.openWith({
      version: 1,
      page: 'https://app.example.com/',
      frontend: `await fetch('${url}', { headers: { 'X-Trace': '1', '${'X-Very-Long-'.repeat(5)}Name': '1' } });`,
      servers: [
        {
          origin: 'https://api.example.com',
          kind: 'headers',
          routes: [{ method: '*', path: '*', status: 200, headers: [['Access-Control-Allow-Origin', '*']] }],
        },
      ],
    });
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await workbench.timeline.getByRole('button', { name: 'To the closed gate' }).click();
    const callout = workbench.timeline.locator('.callout');
    await expect(callout).toContainText('x-very-long-');
    const tooWide = callout.evaluate((box) =>
      [box, ...box.querySelectorAll('td')]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.textContent),
    );
    expect(await tooWide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test.describe('while the tools beside it still come', () => {
  // A service worker would hand out what it has kept.
  test.use({ serviceWorkers: 'block' });

  test('the scrubber has the place that it will keep', async ({ page }) => {
    let letThrough!: () => void;
    const held = new Promise<void>((done) => (letThrough = done));
    await page.route(/\/assets\/tools-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    const workbench = new Workbench(page);
    await workbench.open();
    const zoomIn = workbench.timeline.getByRole('button', { name: 'Zoom in' });
    await expect(zoomIn).toHaveCount(0);
    const before = await workbench.playhead.boundingBox();
    letThrough();
    await expect(zoomIn).toBeVisible();
    expect(await workbench.playhead.boundingBox()).toEqual(before);
  });
});

test('scrubbing moves the playhead to where the pointer is', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const box = (await workbench.playhead.boundingBox())!;
  await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const last = await end(workbench);
  await expect.poll(() => at(workbench)).toBeLessThan(last);
  expect(await at(workbench)).toBeGreaterThan(0);
  await page.mouse.move(box.x + 4, box.y + box.height / 2);
  await page.mouse.up();
  await expect.poll(() => at(workbench)).toBe(0);
});

test('under reduced motion the playhead only ever stands at stops, and the list says which', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const list = page.getByRole('list', { name: 'The run, step by step' });
  await expect(list.getByRole('listitem')).toHaveCount((await end(workbench)) + 1);
  await workbench.toStart();
  await expect(list.locator('[aria-current=step]')).toHaveCount(1);
  const first = await list.locator('[aria-current=step]').textContent();
  await workbench.stepForward.click();
  expect(await list.locator('[aria-current=step]').textContent()).not.toBe(first);
  await workbench.toEnd();
  await expect(list.locator('[aria-current=step]')).toBeInViewport();
  const current = await list.locator('[aria-current=step]').boundingBox();
  const box = await list.boundingBox();
  expect(current!.y + current!.height).toBeLessThanOrEqual(box!.y + box!.height);
});

test('with motion the list is there to be heard, and the picture has its room', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ reducedMotion: 'no-preference', baseURL });
  const page = await context.newPage();
  await new Workbench(page).open();
  const list = page.getByRole('list', { name: 'The run, step by step' });
  expect((await list.boundingBox())!.height).toBeLessThanOrEqual(1);
  await context.close();
});

test('what the browser keeps fills, is used, and expires', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(waiting);
  const kept = page.getByRole('region', { name: 'Kept by the browser' });
  await workbench.toStart();
  await expect(kept).toContainText('empty');
  const words: string[] = [];
  for (let stop = 0; stop < (await end(workbench)); stop += 1) {
    await workbench.stepForward.click();
    words.push((await kept.textContent()) ?? '');
  }
  const order = ['stored now', 'used now', 'expired at 5 min'].map((word) =>
    words.findIndex((text) => text.includes(word)),
  );
  expect(order.every((index) => index >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  // The stop that finds it expired comes after the wait: it is the first at which it is no more.
  const list = page.getByRole('list', { name: 'The run, step by step' }).getByRole('listitem');
  const found = (await list.allTextContents()).findLastIndex((text) => text.includes('its entry has expired'));
  expect(words[found - 1]).toContain('expired at 5 min');
  expect(words[found]).toContain('empty');
});

test('the picture has its height from its first drawing on, whatever comes later', async ({ page }) => {
  await page.addInitScript(() => {
    const heights = new Set<number>();
    Object.assign(window, { heights });
    const look = () => {
      const timeline = document.querySelector('.timeline:has(.paper)');
      if (timeline) heights.add(timeline.clientHeight);
      requestAnimationFrame(look);
    };
    look();
  });
  const workbench = new Workbench(page);
  await workbench.openWith(waiting);
  const kept = workbench.timeline.getByRole('region', { name: 'Kept by the browser' });
  await expect(kept).toBeVisible();
  await workbench.stepForward.click();
  const height = await workbench.timeline.evaluate((element) => element.clientHeight);
  expect(await page.evaluate(() => [...(window as unknown as { heights: Set<number> }).heights])).toEqual([height]);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the verdict stands below the picture after it has been laid out anew', async ({ page }) => {
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.toolsThere();
    const gate = workbench.timeline.locator('.view').getByText('Origin', { exact: true });
    const before = (await gate.boundingBox())!.x;
    await page.keyboard.press('f');
    await expect.poll(async () => (await gate.boundingBox())!.x).not.toBe(before);
    const { y, height } = (await workbench.timeline.boundingBox())!;
    expect((await workbench.verdict.boundingBox())!.y).toBeGreaterThanOrEqual(y + height);
  });
});

test('a header is marked wherever it stands', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(waiting);
  const panel = await workbench.inspect('Network');
  await workbench.toEnd();
  await page.keyboard.press('g');
  const row = panel.locator('[data-header=access-control-allow-origin]:visible').first();
  await row.hover();
  const editor = workbench.server.locator('.header-row[data-header=access-control-allow-origin] .name');
  const colour = () => editor.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(colour).not.toBe('rgba(0, 0, 0, 0)');
  await workbench.verdict.hover();
  await expect.poll(colour).toBe('rgba(0, 0, 0, 0)');
});

test('on a phone a header is marked before the picture has been looked at', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const workbench = new Workbench(page);
  await workbench.open();
  await page.getByRole('tab', { name: 'Inspector' }).click();
  const panel = await workbench.inspect('Network');
  const name = panel.locator('[data-header=access-control-allow-origin]:visible').first();
  const mark = () => name.evaluate((element) => getComputedStyle(element).getPropertyValue('--header-mark'));
  expect(await mark()).toBe('');
  await name.hover();
  await expect.poll(mark).not.toBe('');
});

test('a step is said once, and nothing while it plays', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toStart();
  const said = workbench.timeline.locator('[aria-live]');
  await workbench.stepForward.click();
  const sentences = workbench.timeline.getByRole('list', { name: 'The run, step by step' }).getByRole('listitem');
  await expect(said).not.toBeEmpty();
  await expect(sentences.nth(1)).toContainText(await said.innerText());
  await workbench.playhead.focus();
  await page.keyboard.press('ArrowRight');
  await expect(said).toBeEmpty();
});

test('of several requests, what is said names the one it is about', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(burst);
  await workbench.toStart();
  const said = workbench.timeline.locator('[aria-live]');
  await workbench.stepForward.click();
  await expect(said).toHaveText(/^Request \d+ of 30, PUT \/users\/\d+: /);
  await expect(workbench.playhead).toHaveAttribute('aria-valuetext', /^Request \d+ of 30, PUT \/users\/\d+: /);
});

test('on a phone everything else is under More', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const workbench = new Workbench(page);
  await workbench.openWith(loop);
  const more = workbench.timeline.getByRole('button', { name: 'More' });
  const fold = workbench.timeline.getByRole('button', { name: 'Fold' });
  await expect(fold).toBeHidden();
  await more.click();
  await fold.click();
  await expect(workbench.timeline.getByText('29×')).toHaveCount(0);
  await workbench.timeline.getByRole('button', { name: 'Keys' }).click();
  const help = page.getByRole('dialog', { name: 'Keys of the timeline' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(fold).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(fold).toBeHidden();
});

test('on a phone the keys stay under the thumb, whatever opens above them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.toStart();
  const place = () => workbench.stepForward.boundingBox().then((box) => box!.y);
  const before = await place();
  expect(before).toBeLessThan(664);
  for (let stop = 1; stop <= (await end(workbench)); stop += 1) {
    await workbench.stepForward.click();
    await expect.poll(() => at(workbench)).toBe(stop);
    expect(await place()).toBe(before);
  }
});

test('a header that the pointer is on is marked in the code that sets it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.choose('A header that is not allowed');
  await expect(workbench.verdict).toHaveText(/^Blocked/);
  const marked = page.locator('.monaco-editor .mark-header');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(marked).toHaveCount(0);
  await workbench.timeline.getByRole('button', { name: 'To the closed gate' }).click();
  await workbench.timeline.locator('.callout [data-header~="x-request-id"]').first().hover();
  await expect(marked.first()).toHaveText('X-Request-ID');
});

for (const kind of ['rich', 'plain'] as const) {
  test(`a header under the pointer or the cursor in the ${kind} editor is marked everywhere`, async ({ page }) => {
    if (kind === 'plain') await page.route('**/RichEditor-*.js', (route) => route.abort());
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.choose('A header that is not allowed');
    await expect(workbench.verdict).toHaveText(/^Blocked/);
    await expect(page.locator('.code-room .monaco-editor')).toHaveCount(kind === 'rich' ? 2 : 0);
    const panel = await workbench.inspect('Network');
    await workbench.toEnd();
    const isMarked = (name: string) =>
      panel
        .locator(`[data-header=${name}]:visible`)
        .first()
        .evaluate((element) => getComputedStyle(element).getPropertyValue('--header-mark') !== '');
    const isOrigin = () => isMarked('access-control-allow-origin');

    const option = await placeOf(workbench.server, 'origin:');
    await page.mouse.move(option.x + 6, option.y);
    await expect.poll(isOrigin).toBe(true);
    await workbench.verdict.hover();
    await expect.poll(isOrigin).toBe(false);

    await page.mouse.click(option.x + 6, option.y);
    await workbench.verdict.hover();
    await expect.poll(isOrigin).toBe(false);
    await page.keyboard.press('ArrowRight');
    await expect.poll(isOrigin).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(isOrigin).toBe(false);

    // From one editor to the other, by way of what both speak of.
    const drawn = (pane: Locator) => pane.locator('.mark-header, .plain-line [data-header]').filter({ hasText: /\S/ });
    const list = await placeOf(workbench.server, "'Content-Type'");
    await page.mouse.move(list.x + 12, list.y);
    await expect.poll(() => markedTexts(drawn(workbench.server))).toEqual(['Content-Type']);
    const name = await placeOf(workbench.frontend, "'X-Request-ID'");
    await page.mouse.move(name.x + 12, name.y);
    await expect.poll(() => markedTexts(drawn(workbench.frontend))).toEqual(['X-Request-ID']);
    expect(await markedTexts(drawn(workbench.server))).toEqual([]);
  });
}

/** Those that are marked now. */
const markedTexts = (pieces: Locator): Promise<string[]> =>
  pieces.evaluateAll((elements) =>
    elements
      .filter((element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)')
      .map((element) => element.textContent),
  );
