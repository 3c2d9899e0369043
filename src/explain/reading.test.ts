import { describe, expect, it } from 'vitest';
import { REASONS, STEPS } from '@/engine';
import { readingOf } from './reading';

/** What no standard speaks of: servers, consoles and extensions do as they like. */
const NOT_IN_A_STANDARD = ['console', 'server-received', 'server-answered', 'extension-rewrote'];

describe('where to read on', () => {
  it.each(STEPS)('about %s: the standard, or that it says nothing, and MDN', (step) => {
    const { standard, mdn } = readingOf({ step, reason: null, spec: null });
    const written = standard === null ? 'nothing' : `${standard.href} ${standard.title}`;
    expect(written).toMatch(NOT_IN_A_STANDARD.includes(step) ? /^nothing$/ : /^https:\/\/\S+ [A-Z].* /);
    expect(mdn.href).toMatch(/^https:\/\/developer\.mozilla\.org\/docs\/(Web|Glossary)\/[\w/-]+$/);
  });

  it.each(REASONS)('about %s: a page of MDN for the reason itself', (reason) => {
    const { standard, mdn } = readingOf({
      step: 'cors-check',
      reason,
      spec: 'https://fetch.spec.whatwg.org/#concept-cors-check',
    });
    expect(standard?.title).toBe('Fetch: CORS check');
    expect(mdn.href).toMatch(/^https:\/\/developer\.mozilla\.org\/docs\/Web\//);
  });
});
