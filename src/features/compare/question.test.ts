import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '@/scenario/testing/arbitrary';
import type { BrowserName, Scenario } from '@/scenario/document';
import { fromQuery, type Question, sidesOf, toQuery } from './question';

const blank: Scenario = { version: 1, page: 'https://app.example.com/', frontend: '', servers: [] };
const browser = fc.constantFrom<BrowserName>('chromium', 'firefox', 'webkit', 'standard');
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ by: fc.constant('browser' as const), scenario: anyScenario, browsers: fc.tuple(browser, browser) }),
  fc.record({ by: fc.constant('edit' as const), scenario: anyScenario, before: anyScenario }),
  fc.record({
    by: fc.constant('origin' as const),
    scenario: anyScenario,
    pages: fc.tuple(fc.webUrl(), fc.webUrl()),
  }),
);

describe('the address of a comparison', () => {
  it('opens as the same question, whatever is being edited there', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        expect(await fromQuery(await toQuery(asked), { scenario: blank })).toEqual({ ok: true, question: asked });
      }),
      { numRuns: 60 },
    );
  });

  it('opens as a question or says what is wrong, wherever a character of it was changed or lost', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.nat(),
        fc.constantFrom('', '%', '&', '=', '-', 'x'),
        async (asked, at, character) => {
          const query = await toQuery(asked);
          const place = at % query.length;
          const read = await fromQuery(query.slice(0, place) + character + query.slice(place + 1), { scenario: blank });
          expect(read.ok ? sidesOf(read.question).length === 2 : read.message.length > 0).toBe(true);
          refused += read.ok ? 0 : 1;
        },
      ),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  it.each([
    ['by=browser&browser=opera', 'browser[0]: expected "chromium", "firefox", "webkit" or "standard", got "opera"'],
    ['browser=webkit&browser=', 'browser[1]: expected "chromium", "firefox", "webkit" or "standard", got ""'],
    ['browser=webkit&browser=webkit&browser=firefox', 'browser: expected at most two, got 3'],
    ['by=origin&page=evil', 'page[0]: expected a URL such as https://app.example.com/, got "evil"'],
    [
      'by=origin&page=https://a.example/&page=//b',
      'page[1]: expected a URL such as https://app.example.com/, got "//b"',
    ],
  ])('puts nothing in the place of what is wrong in it: %s', async (query, message) => {
    expect(await fromQuery(query, { scenario: blank })).toEqual({ ok: false, message });
  });

  it('takes what is at hand where it says nothing', async () => {
    const read = await fromQuery('', { scenario: { ...blank, browser: 'firefox' } });
    expect(read).toMatchObject({ ok: true, question: { by: 'browser', browsers: ['firefox', 'chromium'] } });
  });

  it('says where a scenario in it is damaged', async () => {
    const read = await fromQuery('by=edit&before=1.x', { scenario: blank });
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.message).toMatch(/^before: expected a whole share link/);
  });
});

it('names both sides, and changes one thing between them', () => {
  const pages: [string, string] = ['https://app.example.com/', 'https://evil.example/'];
  const [left, right] = sidesOf({ by: 'origin', scenario: blank, pages });
  expect([left.name, right.name]).toEqual(['https://app.example.com', 'https://evil.example']);
  expect(right.scenario).toEqual({ ...blank, page: 'https://evil.example/' });
});

it('names the sides after the origins that the pages send, those of apps too', () => {
  const pages = ['https://app.example.com/shop', 'capacitor://localhost/index.html'] as const;
  const sides = sidesOf({ by: 'origin', scenario: blank, pages: [...pages] });
  expect(sides.map(({ name }) => name)).toEqual(['https://app.example.com', 'capacitor://localhost']);
});
