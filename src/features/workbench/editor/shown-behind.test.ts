import { describe, expect, it } from 'vitest';
import { shownBehind } from './shown-behind';

describe('what a mark has room for behind its line', () => {
  const asked = { line: 1, tone: 'neutral' as const, number: 3, text: 'asked here' };

  it('is all of it, the number alone, or nothing, never a part of a word', () => {
    expect(shownBehind(asked, 300, 500)).toEqual({ tag: true, remark: true });
    expect(shownBehind(asked, 420, 500)).toEqual({ tag: true, remark: false });
    expect(shownBehind(asked, 490, 500)).toEqual({ tag: false, remark: false });
  });

  it('is no number where the mark has none', () => {
    expect(shownBehind({ ...asked, number: null }, 300, 500)).toEqual({ tag: false, remark: true });
  });
});
