import { describe, expect, it } from 'vitest';
import type { Diff, Fix, Place } from '@/repair';
import { headingOf } from './words';

const diff = (changes: Partial<Diff> & { added?: number } = {}): Diff => ({
  server: 0,
  name: 'server',
  line: 4,
  lines: Array.from({ length: changes.added ?? 1 }, () => ({ sign: '+', pieces: [] })),
  ...changes,
});

const fix = (place: Place, ...diffs: Diff[]): Fix => ({
  title: '',
  place,
  opening: 'nothing',
  opens: '',
  answer: null,
  steps: [],
  diffs,
  scenario: { version: 1, page: '', frontend: '', servers: [] },
});

describe('the heading of a fix', () => {
  it('calls the first one the smallest only where no other changes fewer lines', () => {
    const first = fix('server', diff({ added: 2 }));
    expect(headingOf(first, [first])).toBe('Smallest fix, on line 4. Tried: it passes.');
    expect(headingOf(first, [first, fix('server', diff({ added: 2 }))])).toMatch(/^Smallest fix, /);
    expect(headingOf(first, [first, fix('server', diff())])).toBe('Recommended fix, on line 4. Tried: it passes.');
  });

  it('does not call a fix the smallest that takes a change on both sides', () => {
    const both = fix('both', diff(), diff({ server: null, name: 'page' }));
    expect(headingOf(both, [both])).toBe('A fix on both sides, the page and the server. Tried: it passes.');
    expect(headingOf(both, [fix('server', diff()), both])).toBe('Another way, on both sides. Tried: it passes.');
  });

  it('promises of an error no more than that it may be read', () => {
    const first = { ...fix('server', diff()), answer: 500 };
    expect(headingOf(first, [first])).toBe('Smallest fix, on line 4. Tried: the code may read the 500.');
  });

  it('says where the change is', () => {
    const where = (one: Fix) => headingOf(one, [one], true);
    expect(where(fix('page', diff({ server: null, name: 'page' })))).toContain(
      ', on line 4 of the page. Tried: it is there',
    );
    expect(where(fix('server', diff({ name: 'api.example.com' })))).toContain(', on api.example.com, line 4.');
    expect(where(fix('server', diff({ line: null })))).toContain(', on the server.');
  });
});
