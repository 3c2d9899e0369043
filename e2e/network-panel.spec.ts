import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './workbench';

type Gate = readonly [question: string, headers: readonly string[]];

const READ: Gate = ['May the code read this answer?', ['origin', 'access-control-allow-origin']];
const HEADERS: Gate = [
  'Is every request header allowed?',
  ['access-control-request-headers', 'access-control-allow-headers'],
];
const METHOD: Gate = ['Is the method allowed?', ['access-control-request-method', 'access-control-allow-methods']];
const STATUS: Gate = ['Is the status an ok status?', []];
const ORIGIN: Gate = ['Is this origin allowed?', ['origin', 'access-control-allow-origin']];

const open = { method: '*', path: '*', status: 200 };
const threeAtOnce = {
  version: 1,
  page: 'https://app.example.com/',
  frontend: `const api = 'https://api.example.com';
await Promise.allSettled([
  fetch(api + '/users/7', { method: 'PUT', headers: { 'content-type': 'application/json', 'x-trace': '42' }, body: '{}' }),
  fetch(api + '/items'),
  fetch('https://auth.example.com/session', { credentials: 'include' }),
]);`,
  servers: [
    {
      origin: 'https://api.example.com',
      kind: 'headers',
      routes: [
        {
          ...open,
          headers: [
            ['Access-Control-Allow-Origin', '*'],
            ['Access-Control-Allow-Methods', 'PUT'],
            ['Access-Control-Allow-Headers', 'content-type'],
          ],
        },
      ],
    },
    {
      origin: 'https://auth.example.com',
      kind: 'headers',
      routes: [{ ...open, headers: [['Access-Control-Allow-Origin', '*']] }],
    },
  ],
};

/** The headers in sight that carry the number of a stop, in the order of the alphabet. */
function markedWith(page: Page, number: string): Promise<string[]> {
  return page.evaluate((number) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.network [data-header]')].filter(
      (row) =>
        row.checkVisibility() && [...row.querySelectorAll('.stop-tag')].some((tag) => tag.textContent === number),
    );
    return rows.map((row) => row.dataset.header!).sort();
  }, number);
}

/** Back from decision to decision; at each of them its headers are marked. On a phone each part is a tab of its own. */
async function expectMarked({ page, timeline, playhead }: Workbench, gates: readonly Gate[]): Promise<void> {
  const part = async (name: string): Promise<void> => {
    const tab = page.getByRole('tab', { name, exact: true });
    if (await tab.isVisible()) await tab.click();
  };
  for (const [question, headers] of gates) {
    await part('Timeline');
    await playhead.press(',');
    const title = timeline.locator('.callout h3');
    await expect(title).toContainText(question);
    const number = await title.locator('.stop-tag').innerText();
    await part('Inspector');
    await expect.poll(() => markedWith(page, number), question).toEqual([...headers].sort());
  }
}

for (const width of [1440, 390]) {
  test(`at ${width} px the headers that decide are marked at every gate, whatever the way there`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.choose('A preflighted PUT');
    await expect(workbench.timeline).toContainText('PUT');
    await expect(workbench.verdict).toHaveText(/^Allowed/);
    if (width === 390) await page.getByRole('tab', { name: 'Inspector', exact: true }).click();
    const panel = await workbench.inspect('Network');
    // Closed by hand, which a gate does not heed.
    await panel.getByRole('button', { name: 'OPTIONS', exact: true }).click();
    await expectMarked(workbench, [READ, HEADERS, METHOD, STATUS, ORIGIN]);
  });
}

test('of several requests, what stands open is that of the one at the playhead', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openWith(threeAtOnce);
  const panel = await workbench.inspect('Network');
  await expectMarked(workbench, [READ, READ, HEADERS, METHOD, STATUS, ORIGIN]);
  await expect(panel.getByRole('button', { expanded: true })).toHaveText(['OPTIONS']);
});

for (const [title, sent] of [
  ['The same request with curl', 'actual, from curl'],
  ['A native app', 'actual, from app'],
] as const) {
  test(`${title}: what was sent stands open`, async ({ page }) => {
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.choose(title);
    await expect(workbench.timeline).toContainText(title.includes('curl') ? 'curl' : 'App');
    await workbench.toEnd();
    const panel = await workbench.inspect('Network');
    const rows = panel.getByRole('row').filter({ has: page.getByRole('button', { expanded: true }) });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(sent);
  });
}
