import type { Words } from './profile';

/** Of a browser that prints nothing but why a request failed. */
export const SILENT_WORDS: Omit<Words, 'failure' | 'rejection'> = {
  longestLine: Infinity,
  response: () => [],
  referrerPolicyIgnored: () => [],
  upgraded: () => [],
  referrerCut: () => [],
  authorizationUnderWildcard: () => [],
  integrityRead: () => [],
  cookieStored: () => [],
  cookieUnreadable: () => [],
  cookieOddity: () => [],
  cookieOmitted: () => [],
  cookieRefused: () => [],
};
