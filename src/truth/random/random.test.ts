import { describe, expect, it } from 'vitest';
import { parseScenario } from '@/scenario/parse';
import { toScenario } from '../to-scenario';
import { randomRecordings } from '.';

describe('random scenarios', () => {
  it('are the same for the same seed, however many are made', () => {
    expect(randomRecordings(7, 40).slice(0, 20)).toEqual(randomRecordings(7, 20));
  });

  it('differ from seed to seed and from place to place', () => {
    const texts = [...randomRecordings(1, 50), ...randomRecordings(2, 50)].map(({ id: _, ...rest }) =>
      JSON.stringify(rest),
    );
    expect(new Set(texts).size).toBeGreaterThan(95);
  });

  it('are scenarios that the parser takes', () => {
    for (const recording of randomRecordings(3, 300)) {
      expect(parseScenario(toScenario(recording, 'standard'))).toMatchObject({ ok: true });
    }
  });

  it.each([
    'same-origin',
    'cross-site',
    'opaque-page',
    'xhr',
    'cookie',
    'redirect:',
    'again:',
    'acao:',
    'acah:',
    'corp:',
    'abort',
  ])('meet %s sooner or later', (tag) => {
    expect(randomRecordings(1, 500).some(({ tags }) => tags.some((each) => each.startsWith(tag)))).toBe(true);
  });
});
