import { expect, test } from '@playwright/test';
import { presets } from '../src/scenario/presets';
import { inChromium } from './in-chromium';
import { Workbench } from './workbench';

/** Python has to be fetched and started before its first answer. */
const patience = { timeout: 90_000 };

for (const { id, title } of presets) {
  test(`the case "${title}" ends as it does in Chromium, with its words in the console`, async ({ page }) => {
    const expected = inChromium[id];
    if (!expected) throw new Error(`Nothing is known about the case ${id}`);
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.choose(title);
    await expect(workbench.verdict).toHaveText(new RegExp(`^${expected.verdict}`), patience);
    await workbench.toEnd();
    const panel = await workbench.inspect('Console');
    for (const line of [...expected.console, expected.prints ?? 'TypeError: Failed to fetch'])
      await expect(panel).toContainText(line, { useInnerText: true, ...patience });
    if (expected.verdict === 'Allowed') await expect(panel).not.toContainText('blocked by CORS policy');
  });
}
