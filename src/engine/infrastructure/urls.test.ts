import { describe, expect, it } from 'vitest';
import { parseUrl } from './urls';

describe('a circumflex in a URL', () => {
  it('is percent-encoded in the path and not in the query, whatever the platform does', () => {
    expect(parseUrl('https://a.test/x^y?x^y#x')?.href).toBe('https://a.test/x%5Ey?x^y#x');
  });
});
