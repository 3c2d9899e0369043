import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFixtures, blockedHeader, noAllowOrigin, simpleSuccess, successfulPut, type Fixture } from '../fixtures';
import { explainRun } from '../explain-run';
import { plain } from '../sentence';
import { align } from './align';
import { compareRuns } from './compare-runs';

const side = (name: string, { result, scenario }: Fixture) => ({ name, run: explainRun(result, scenario) });

describe('aligning two runs', () => {
  const steps = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  it('loses nothing, adds nothing and keeps both orders', () => {
    fc.assert(
      fc.property(steps, steps, (left, right) => {
        const pairs = align(left, right, (step) => step);
        expect(pairs.flatMap((pair) => pair.left ?? [])).toEqual(left);
        expect(pairs.flatMap((pair) => pair.right ?? [])).toEqual(right);
        expect(pairs.filter((pair) => pair.left !== null && pair.right !== null && pair.left !== pair.right)).toEqual(
          [],
        );
      }),
    );
  });

  it('pairs every step of a run with itself', () => {
    fc.assert(
      fc.property(steps, (run) => {
        expect(align(run, run, (step) => step)).toEqual(run.map((step) => ({ left: step, right: step })));
      }),
    );
  });

  it('pairs what is left where steps are taken out of one of them', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.boolean()), (run, keep) => {
        const shorter = run.filter(() => keep.next().value);
        const pairs = align(run, shorter, (step) => step);
        expect(pairs.filter((pair) => pair.left !== null && pair.right !== null)).toHaveLength(shorter.length);
      }),
    );
  });

  it('is the mirror of aligning them the other way round, in how much it pairs', () => {
    const paired = (left: string[], right: string[]) =>
      align(left, right, (step) => step).filter((pair) => pair.left !== null && pair.right !== null).length;
    fc.assert(
      fc.property(steps, steps, (left, right) => {
        expect(paired(left, right)).toBe(paired(right, left));
      }),
    );
  });
});

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
    expect(plain(sentence)).toMatch(/^Before: .* Now: .* So Before ends blocked, Now allowed\.$/);
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
