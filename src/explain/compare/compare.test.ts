import { describe, expect, it } from 'vitest';
import { allFixtures, blockedHeader, noAllowOrigin, simpleSuccess, successfulPut, type Fixture } from '../fixtures';
import { explainRun } from '../explain-run';
import { plain } from '../sentence';
import { compareRuns } from './compare-runs';

const side = (name: string, { result, scenario }: Fixture) => ({ name, run: explainRun(result, scenario) });

describe('comparing two runs', () => {
  it.each(allFixtures())('finds no difference between a run and itself: $name', (fixture) => {
    const { first, pairs } = compareRuns(side('One', fixture), side('The other', fixture));
    expect(first).toBeNull();
    expect(pairs).toHaveLength(explainRun(fixture.result, fixture.scenario).stops.length);
  });

  it('marks the first step that finds something else, with what follows', () => {
    const { first, pairs, sentence } = compareRuns(side('Before', blockedHeader()), side('Now', successfulPut()));
    const pair = pairs[first ?? -1];
    expect([pair?.left?.step, pair?.right?.step]).toEqual(['headers-check', 'headers-check']);
    expect([pair?.left?.verdict, pair?.right?.verdict]).toEqual(['fail', 'pass']);
    expect(plain(sentence)).toMatch(/^Before: .* Now: .* In the end: Before blocked, Now allowed\.$/);
    expect(pairs.slice(0, first ?? 0).every(({ same }) => same)).toBe(true);
  });

  it('says which run alone takes a step', () => {
    const { sentence } = compareRuns(
      side('Now', successfulPut()),
      side('Then', { ...successfulPut(), result: emptied() }),
    );
    expect(plain(sentence)).toMatch(/^Only Now: /);
  });

  it('does not count the page’s own origin as a difference', () => {
    const there = simpleSuccess();
    const elsewhere = JSON.parse(
      JSON.stringify(noAllowOrigin()).replaceAll('https://app.example.com', 'https://shop.example'),
    ) as Fixture;
    const { first, pairs } = compareRuns(side('App', there), side('Shop', elsewhere));
    expect(pairs[first ?? -1]?.left?.step).toBe('cors-check');
  });
});

function emptied() {
  const { result } = successfulPut();
  return { ...result, events: [] };
}

it('tells where only the console words differ', () => {
  const fixture = noAllowOrigin();
  const [line] = fixture.result.console.filter(({ source }) => source === 'browser');
  expect(line).toBeDefined();
  const others = fixture.result.console.map((entry) => (entry === line ? { ...entry, text: 'Other words.' } : entry));
  const right: Fixture = { ...fixture, result: { ...fixture.result, console: others } };
  const { first, sentence } = compareRuns(side('Chromium', fixture), side('Firefox', right));
  expect(first).toBeNull();
  expect(plain(sentence)).toMatch(/find the same; the console words differ\. Both end/);
});
