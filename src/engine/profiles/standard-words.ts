/** The standard prints nothing; a network error says no more than that. */

import type { Words } from './profile';

export const STANDARD_WORDS: Words = {
  failure: ({ reason }) => [{ level: 'error', text: `Network error: ${reason}` }],
  rejection: { name: 'TypeError', message: 'Failed to fetch' },
  response: () => [],
  referrerPolicyIgnored: () => [],
  authorizationUnderWildcard: () => [],
  cookieStored: () => [],
  cookieRefused: () => [],
};
