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
    ['webkit', 'Reached maximum amount of queued data of 64Kb for keepalive requests'],
    ['webkit', 'Beacon API cannot load http://cdn.test/b. Not allowed to request resource'],
    [
      'webkit',
      'The page at https://app.test/ requested insecure content from http://cdn.test/i. This content was automatically upgraded and should be served over HTTPS.',
    ],
    [
      'webkit',
      "Did not parse stylesheet at 'https://cdn.test/s' because non CSS MIME types are not allowed in strict mode.",
    ],
    ['firefox', 'Mixed Content: Upgrading insecure display request ‘http://cdn.test/i’ to use ‘https’'],
    [
      'chromium',
      "Mixed Content: The page at 'https://app.test/' was loaded over HTTPS, but requested an insecure element 'http://cdn.test/i'. This request was automatically upgraded to HTTPS, For more information see https://blog.chromium.org/2019/10/no-more-mixed-messages-about-https.html",
    ],
  ] as const)('is made of parts that each have a meaning (%s: %s)', (browser, line) => {
    const parts = partsOf(line, browser, unknown);
    expect(parts.map(({ text }) => text).join('')).toBe(line);
    expect(parts.filter(({ means }) => means.length === 0)).toEqual([]);
  });
});
