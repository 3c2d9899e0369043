import { expect, type Page, test } from '@playwright/test';
import { presets } from '../src/scenario/presets';
import { Workbench } from './workbench';

/** Widths of the picture’s sizes, each with cases that are full there: preflights, several servers, long names of gates. */
const views = [
  { width: 390, height: 844, cases: ['preflighted-put', 'express-cors'] },
  { width: 1024, height: 768, cases: ['jsonp', 'microservices'] },
];

/** Words of the picture that stand in each other's place, by more than the air around a letter. */
const overlaps = (page: Page) =>
  page.locator('.score text').evaluateAll((texts) => {
    const drawn = texts
      .map((text) => ({ words: text.textContent?.trim() ?? '', box: text.getBoundingClientRect() }))
      .filter(({ words, box }) => words !== '' && box.width > 0);
    return drawn.flatMap((a, index) =>
      drawn.slice(index + 1).flatMap((b) => {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return across > 1 && down > 3 ? [`${a.words} and ${b.words}`] : [];
      }),
    );
  });

for (const { width, height, cases } of views) {
  test(`no words of the picture cover others at ${width} pixels, at any stop`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const bench = new Workbench(page);
    for (const { scenario, title } of presets.filter(({ id }) => cases.includes(id))) {
      await bench.openWith(scenario);
      const timeline = page.getByRole('tab', { name: 'Timeline', exact: true });
      if (await timeline.isVisible()) await timeline.click();
      await bench.toStart();
      await expect(page.locator('.score text').first()).toBeVisible();
      const at = () => bench.playhead.getAttribute('aria-valuenow');
      const last = await bench.playhead.getAttribute('aria-valuemax');
      for (;;) {
        const stop = await at();
        expect(await overlaps(page), `${title}, stop ${stop}`).toEqual([]);
        if (stop === last) break;
        await page.keyboard.press('ArrowRight');
        await expect(bench.playhead).not.toHaveAttribute('aria-valuenow', stop!);
      }
    }
  });
}
