import { expect, type Locator, type Page } from '@playwright/test';

/** The workbench, by the names under which people and screen readers find its parts. */
export class Workbench {
  readonly frontend: Locator;
  readonly server: Locator;
  readonly timeline: Locator;
  readonly inspector: Locator;
  readonly verdict: Locator;
  readonly playhead: Locator;
  readonly run: Locator;
  readonly stepBack: Locator;
  readonly stepForward: Locator;

  constructor(readonly page: Page) {
    this.frontend = page.getByRole('region', { name: 'Frontend', exact: true });
    this.server = page.getByRole('region', { name: 'Server', exact: true });
    this.timeline = page.getByRole('region', { name: 'Timeline', exact: true });
    this.inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    this.verdict = page.getByRole('status', { name: 'Verdict' });
    this.playhead = page.getByRole('slider', { name: 'Playhead' });
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stepBack = page.getByRole('button', { name: 'Step back' });
    this.stepForward = page.getByRole('button', { name: 'Step forward' });
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.verdict).toHaveText(/^(Allowed|Blocked|Opaque|Failed|Nothing sent)/);
  }

  /** Opens with a scenario of the test's own, as if the learner had set it up before. */
  async openWith(document: object): Promise<void> {
    const saved = JSON.stringify({ presetId: 'classic', draft: { document, held: [] }, left: {} });
    await this.page.addInitScript((text) => {
      if (window.top === window) localStorage.setItem('cors-gate-by-gate/scenario', text);
    }, saved);
    await this.open();
  }

  async choose(title: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Case' }).selectOption({ label: title });
  }

  frontendCode(): Locator {
    return this.frontend.getByRole('textbox', { name: 'Frontend code' });
  }

  serverCode(): Locator {
    return this.server.getByRole('textbox', { name: 'Server code' });
  }

  /** What is wrong with the code of a side, one line each. */
  problems(side: 'frontend' | 'server'): Locator {
    return this[side].getByRole('listitem');
  }

  /** The servers as they are kept for the next visit: their whole text, where the rich editor draws only lines in sight, with its marks. */
  keptServers(): Promise<string> {
    return this.page.evaluate(() => {
      const saved = localStorage.getItem('cors-gate-by-gate/scenario');
      return saved === null ? '' : JSON.stringify(JSON.parse(saved).draft.document.servers);
    });
  }

  /** One of the inspector's tabs, opened. */
  async inspect(tab: 'Why' | 'Network' | 'Console' | 'Server log' | 'Review'): Promise<Locator> {
    await this.inspector.getByRole('tab', { name: tab }).click();
    return this.inspector.getByRole('tabpanel', { name: tab });
  }

  /** To the end of the run, where everything is known. */
  /** The picture's tools, and with them their keys, come a little later than the picture. */
  async toolsThere(): Promise<void> {
    await expect(this.timeline.getByRole('button', { name: 'Fit' })).toBeVisible();
  }

  async toEnd(): Promise<void> {
    await this.playhead.focus();
    await this.page.keyboard.press('End');
  }

  async toStart(): Promise<void> {
    await this.playhead.focus();
    await this.page.keyboard.press('Home');
  }
}

/** Replaces the text of a rich editor as a person would, once it has taken the plain one's place: select all, type. */
export async function retype(page: Page, editor: Locator, text: string): Promise<void> {
  await expect(editor).toHaveClass(/native-edit-context|inputarea/);
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Everything the page complains about in the browser's own console, and everything that it throws. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

/** Where a piece of an editor's text is drawn: its left end, half way down. */
export function placeOf(pane: Locator, wanted: string): Promise<{ x: number; y: number }> {
  return pane.evaluate((element, text) => {
    for (const line of element.querySelectorAll('.view-line, .plain-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const letters: { node: Node; at: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.textContent!.length; at += 1) letters.push({ node, at });
      }
      const found = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
      const first = letters[found];
      if (!first) continue;
      const range = document.createRange();
      range.setStart(first.node, first.at);
      range.setEnd(first.node, first.at + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    }
    throw new Error(`${text} is not drawn.`);
  }, wanted);
}
