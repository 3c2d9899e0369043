import { describe, expect, it } from 'vitest';
import type { About } from './about';
import { partsOf } from './parts';

const unknown: About = { page: '', initiator: 'fetch', method: '', url: '', judged: null, step: null };

describe('a line that no recording has', () => {
  it.each([
    ['chromium', 'FTP is not supported.'],
    ['chromium', 'Failed to load resource: net::ERR_INVALID_URL'],
    ['chromium', 'Not allowed to load local resource: blob:https://other.test/1'],
    [
      'firefox',
      'HTTP Referrer header: Length is over “4096” bytes limit - stripping referrer header down to origin: “https://app.example.com/”',
    ],
    [
      'firefox',
      'Security Error: Content at https://app.example.com/ may not load data from blob:https://other.test/1.',
    ],
    [
      'webkit',
      '[blocked] The page at https://app.example.com/ requested insecure content from http://localhost/x. This content was blocked and must',
    ],
    ['webkit', 'XMLHttpRequest cannot load data:nonsense.'],
  ] as const)('is made of parts that each have a meaning (%s: %s)', (browser, line) => {
    const parts = partsOf(line, browser, unknown);
    expect(parts.map(({ text }) => text).join('')).toBe(line);
    expect(parts.filter(({ means }) => means.length === 0)).toEqual([]);
  });
});
